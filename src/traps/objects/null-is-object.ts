import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isToldThere, type Says, saysNotNull, tells } from '../../semantics/uses/is-told-there.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { ChangedPlace, Trap } from '../trap.js';

/** `isObject(x)` → `typeof x === 'object'`, which is true of null, and `isPlainObject(x)`, which is not true of a list either. */
export const nullIsObject: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    const { was, made } = place;
    if (tellsNullApart(tree, after, place)) {
      return refuse('same-result', 'What null is told by here would not be reached by null any more.');
    }
    if (was.type !== 'CallExpression' || !ASKS.test(calledName(was.callee) ?? '')) continue;
    const [value] = was.arguments;
    if (!value || !isBareTypeof(after, made)) continue;
    const name = textOf(tree, value);
    const isTold = (says: (told: SyntaxTree) => Says): boolean =>
      tells(made, true, says(after)) || isToldThere(tree, was, says(tree));
    const isPlain = /^isPlain/.test(calledName(was.callee) ?? '');
    if (!isTold((each) => saysNotNull(each, name)) || (isPlain && !isTold((each) => saysNoList(each, name)))) {
      return refuse('same-result', `To typeof, ${isPlain ? 'lists and null are objects' : 'null is an object'}, too.`);
    }
  }
  return null;
};

/** `if (typeof x === 'object') return x === null ? 'null' : kindOf(x);`, to which `x !== null` is added. */
function tellsNullApart(tree: SyntaxTree, after: SyntaxTree, { was, made, old }: ChangedPlace): boolean {
  if (made.type !== 'LogicalExpression' || made.operator !== '&&' || !isBareTypeof(tree, was)) return false;
  const value = was.type === 'BinaryExpression' && was.left.type === 'UnaryExpression' ? was.left.argument : null;
  if (!value) return false;
  const name = textOf(tree, value);
  const isAdded = tells(made.right, true, saysNotNull(after, name));
  const branch = old.find(isBranch);
  if (!isAdded || !branch) return false;
  return tree
    .descendants(branch.consequent)
    .some((node) => node.type === 'BinaryExpression' && saysNotNull(tree, name)(node, false));
}

type Branch = Extract<Node, { type: 'IfStatement' | 'ConditionalExpression' }>;

function isBranch(node: Node): node is Branch {
  return node.type === 'IfStatement' || node.type === 'ConditionalExpression';
}

const ASKS = /^is(?:Plain)?(?:Object(?:Like)?|Record)$/;

function isBareTypeof(after: SyntaxTree, made: Node): boolean {
  return after.descendants(made).some((node) => {
    if (node.type !== 'BinaryExpression' || node.left.type !== 'UnaryExpression') return false;
    return node.left.operator === 'typeof' && node.right.type === 'Literal' && node.right.value === 'object';
  });
}

function saysNoList(tree: SyntaxTree, name: string): Says {
  return (test, outcome) => !outcome && textOf(tree, test) === `Array.isArray(${name})`;
}
