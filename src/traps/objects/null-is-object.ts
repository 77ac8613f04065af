import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isToldThere, type Says, saysNotNull, tells } from '../../semantics/uses/is-told-there.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `isObject(x)` → `typeof x === 'object'`, which is true of null, and `isPlainObject(x)`, which is not true of a list either. */
export const nullIsObject: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
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
