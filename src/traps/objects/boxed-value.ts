import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `new String(x)` is an object, true whatever is in it and equal to no other; `String(x)` is a text. Who asks by
 * `toString.call(x) === '[object String]'` means both, and `typeof` only the text.
 */
export const boxedValue: Trap = (change) => {
  const { before: tree } = change;
  for (const { was, made } of change.places) {
    const value = BOXES.test(textOf(tree, was)) ? askedOf(tree, was) : undefined;
    if (!value || !textOf(change.after, made).includes('typeof')) continue;
    if (onePrimitive(typesOf(tree, value, change.site.types)) === null) {
      return refuse('same-operand-types', 'To typeof, a text, number or truth value that new made is an object.');
    }
  }
  for (const { old, next } of changedPairs(change, 'NewExpression', 'CallExpression')) {
    if (old.type === next.type || old.callee.type !== 'Identifier' || next.callee.type !== 'Identifier') continue;
    const { name } = old.callee;
    if (name !== next.callee.name || !/^(?:String|Number|Boolean)$/.test(name)) continue;
    if (isUnbound(tree, old.callee)) {
      return refuse('same-arguments', `With new, ${name} makes an object, and without it none.`);
    }
  }
  return null;
};

const BOXES = /toString\.call\(.*\[object (?:String|Number|Boolean)\]/s;

/** `x` of `toString.call(x)` */
function askedOf(tree: SyntaxTree, node: Node): Node | undefined {
  const call = tree.descendants(node).find((each) => {
    return each.type === 'CallExpression' && /toString\.call$/.test(textOf(tree, each.callee));
  });
  return call?.type === 'CallExpression' ? call.arguments[0] : undefined;
}
