import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `width + margin + unit` → `${width}${margin}${unit}`: two numbers are added first, and in the text they stand side by side. */
export const addedParts: Trap = ({ before: tree, after, places, site }) => {
  for (const { was, made } of places) {
    if (was.type !== 'BinaryExpression' || was.operator !== '+') continue;
    const inside = [made, ...after.descendants(made)];
    if (!inside.some(({ type }) => type === 'TemplateLiteral')) continue;
    const kept = new Set(inside.map((node) => textOf(after, node)));
    const parted = additionsIn(was).filter((node) => !kept.has(textOf(tree, node)));
    if (parted.some((node) => onePrimitive(typesOf(tree, node, site.types)) !== 'string')) return ADDED;
  }
  return null;
};

const ADDED = refuse('same-operand-types', 'What is put side by side may be numbers, which were added so far.');

/** An addition and those that it adds up: of `a + b + c` the whole and `a + b`. */
function additionsIn(node: Node): readonly Node[] {
  if (node.type === 'ParenthesizedExpression') return additionsIn(node.expression);
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return [];
  return [node, ...additionsIn(node.left), ...additionsIn(node.right)];
}
