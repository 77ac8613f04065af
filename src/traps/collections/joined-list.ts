import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { TypeOracle } from '../../model/type-oracle.js';
import { isMadeHere } from '../../semantics/values/is-made-here.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { oneKind } from '../../semantics/values/value-kinds.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `a.concat(b)` also joins texts, and takes what is no list as one element; `[...a, ...b]` does neither, nor does
 * `a.push(...b)` for `a = a.concat(b)`, which changes the list that others hold.
 */
export const joinedList: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression', 'ArrayExpression')) {
    if (next.type !== 'ArrayExpression') continue;
    const operands = joinedBy(old);
    if (operands.some((each) => !isObject(tree, each, site.types))) return NO_LISTS;
  }
  for (const { was, made } of change.places) {
    const [first] = joinedBy(was);
    const isText = made.type === 'BinaryExpression' || made.type === 'TemplateLiteral';
    if (first && isText && onePrimitive(typesOf(tree, first, site.types)) !== 'string') return NO_TEXT;
    const [list, ...added] = was.type === 'AssignmentExpression' ? joinedBy(was.right) : [];
    if (!list || made.type !== 'CallExpression' || memberName(made.callee) !== 'push') continue;
    if (list.type !== 'Identifier' || !isMadeHere(tree, list)) return HELD;
    const spread = made.arguments.some(({ type }) => type === 'SpreadElement');
    if (spread && added.some((each) => !isObject(tree, each, site.types))) return NO_LISTS;
  }
  return null;
};

const NO_LISTS = refuse('same-operand-types', 'What is joined is not known to be lists.');
const NO_TEXT = refuse('same-operand-types', 'What is joined is not known to be a text, and may be a list.');
const HELD = refuse('same-result', 'The list may be known elsewhere, where it would change as well.');

/** What `concat` joins in a call of it, what it is called on first. */
function joinedBy(call: Node): readonly Node[] {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return [];
  return memberName(call.callee) === 'concat' ? [call.callee.object, ...call.arguments] : [];
}

function isObject(tree: SyntaxTree, node: Node, oracle: TypeOracle | undefined): boolean {
  if (oneKind(tree, node) === 'array') return true;
  const [only, ...others] = typesOf(tree, node, oracle);
  return only === 'object' && others.length === 0;
}
