import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { type Binding, nameScopes, type Reference } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isDeleted, isFilled, isWritten } from '../names/is-written.js';

/** Whether code says something else when it runs later or twice: it changes what it reads, or that is changed behind it. */
export function changesUntilRun(tree: SyntaxTree, code: Node): boolean {
  const { references } = nameScopes(tree);
  const isLocal = ({ binding }: Reference): boolean => binding !== null && !contains(code, binding.identifier);
  const used = references.filter((each) => contains(code, each.node) && isLocal(each));
  const isOther = used.some(({ node, binding }) => {
    if (isWritten(tree, node)) return true;
    const writes = references.filter((each) => each.binding === binding && isWritten(tree, each.node));
    return binding !== null && writes.some((write) => runsBehind(tree, write.node, code, binding));
  });
  return isOther || holdsChangedMember(tree, code);
}

/** `debug(this.n)` with `this.n++` behind it, and `debug(list)` with `list.push(x)`. */
function holdsChangedMember(tree: SyntaxTree, code: Node): boolean {
  const read = tree.descendants(code).filter((node) => isChain(node) && tree.parent(node)?.type !== 'MemberExpression');
  if (read.length === 0) return false;
  const around = tree.lineage(code).find(isFunction) ?? tree.program;
  const changed = tree.descendants(around).flatMap((node) => changedChain(tree, node) ?? []);
  const alike = (one: Node, other: Node): boolean => {
    const [short, long] = [textOf(tree, one), textOf(tree, other)].sort((a, b) => a.length - b.length);
    return short === long || (long ?? '').startsWith(`${short}.`) || (long ?? '').startsWith(`${short}[`);
  };
  return changed.some(
    (chain) => !contains(code, chain) && runsBehind(tree, chain, code) && read.some((each) => alike(each, chain)),
  );
}

function isChain(node: Node): boolean {
  if (node.type === 'MemberExpression') return isChain(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}

/** What a node gives another value, or goes into to change it. */
function changedChain(tree: SyntaxTree, node: Node): Node | null {
  if (node.type === 'MemberExpression' && (isWritten(tree, node) || isDeleted(tree, node))) return node;
  if (isFilled(tree, node)) return node;
  const isMutator = node.type === 'CallExpression' && MUTATORS.test(calledName(node.callee) ?? '');
  return isMutator && node.callee.type === 'MemberExpression' ? node.callee.object : null;
}

const MUTATORS = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear|append)$/;

/** Whether what changes something runs in the same function behind code that reads it: further down, or in the next round. */
function runsBehind(tree: SyntaxTree, write: Node, code: Node, variable?: Binding): boolean {
  const functionOf = (node: Node): Node | undefined => tree.lineage(node).find(isFunction);
  if (functionOf(write) !== functionOf(code)) return false;
  const loop = tree.lineage(code).find((node) => LOOP.test(node.type) && contains(node, write));
  // A variable that the loop declares is one of its own for each round.
  const isOfRound =
    variable !== undefined && loop !== undefined && variable.kind !== 'var' && contains(loop, variable.declaration);
  if (loop !== undefined && !isOfRound) return true;
  return write.start > code.start && !isWayOut(tree, code, write);
}

/** Whether code that ran is never followed by what stands behind it: in the other branch, or behind a `return`. */
function isWayOut(tree: SyntaxTree, code: Node, write: Node): boolean {
  const inside = tree.lineage(code);
  const parting = inside.find((node) => contains(node, write));
  return inside.slice(0, parting ? inside.indexOf(parting) : 0).some((node) => {
    const parent = tree.parent(node);
    if (parent === parting && BRANCHES.test(parting?.type ?? '')) return !('test' in parent && parent.test === node);
    return (
      node.type === 'BlockStatement' && node.body.some((each) => each.start >= code.start && LEAVES.test(each.type))
    );
  });
}

const BRANCHES = /^(?:IfStatement|ConditionalExpression)$/;
const LEAVES = /^(?:Return|Throw)Statement$/;

const LOOP = /^(?:For(?:In|Of)?|While|DoWhile)Statement$/;
