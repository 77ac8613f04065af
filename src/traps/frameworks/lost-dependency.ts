import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isCallee } from '../../syntax/is-callee.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { removedStatements, type Trap } from '../trap.js';

/** `watchEffect(() => { console.log(count.value); save(); })`: it runs anew for all that it reads, also in what is taken out. */
export const lostDependency: Trap = (change) => {
  const { before: tree } = change;
  const isLost = change.places.some((place) => {
    const { was, made } = place;
    if (was.type !== 'BlockStatement' || made.type !== was.type || made.body.length === 0) return false;
    const block = tree.lineage(was).find((node) => node.type === 'BlockStatement' && isTracked(tree, node));
    if (!block) return false;
    const gone = removedStatements(change, place);
    const isGone = (node: Node): boolean => gone.some((statement) => contains(statement, node));
    const read = readIn(tree, block);
    const kept = new Set(read.filter((node) => !isGone(node)).map((node) => textOf(tree, node)));
    return read.some((node) => isGone(node) && !kept.has(textOf(tree, node)));
  });
  return isLost ? refuse('same-result', 'It runs anew when what is read here changes, and would no longer.') : null;
};

/** Not `computed` and its like: what such a function gives, a statement that is taken out has no part in. */
const TRACKS = /^(?:watch(?:Post|Sync)?Effect|\$?effect|pre|create(?:Render|Computed)?Effect|autorun)$/;

/** The body of what is run anew when something that it reads changes. */
function isTracked(tree: SyntaxTree, block: Node): boolean {
  const owner = tree.parent(block);
  if (owner?.type === 'LabeledStatement') return owner.label.name === '$' && tree.parent(owner)?.type === 'Program';
  const call = owner && isFunction(owner) ? tree.parent(owner) : null;
  return call?.type === 'CallExpression' && call.arguments[0] === owner && TRACKS.test(calledName(call.callee) ?? '');
}

/** The names that a block reads and does not declare itself, aside from what it calls. */
function readIn(tree: SyntaxTree, block: Node): readonly Node[] {
  return nameScopes(tree).references.flatMap(({ name, node, binding }) => {
    const isOuter = contains(block, node) && !(binding && contains(block, binding.identifier));
    return isOuter && (binding || name.startsWith('$')) && !isCalled(tree, node) ? [node] : [];
  });
}

/** `log()`, and `logger.debug()` of what has that method. */
function isCalled(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'MemberExpression' && parent.object === node) return isCallee(tree, parent);
  return isCallee(tree, node);
}
