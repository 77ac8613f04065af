import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { onePrimitive, typeBySyntax, typesOf } from '../values/primitive-type.js';
import { changedPairs, type Trap } from './trap.js';

/** `==` ↔ `===` is the same only where both sides are known to be of one primitive type. */
export const strictEquality: Trap = (change) => {
  const { tree, site } = change.task;
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    if (!isEquation(old) || !isEquation(next) || old.operator.length === next.operator.length) continue;
    if (old.left.type === 'PrivateIdentifier') continue;
    if ([old.left, old.right, next.left, next.right].some(isNothing)) {
      return refuse(
        'null-comparison',
        'Compared loosely, null and undefined are equal; compared strictly they are not.',
      );
    }
    const left = onePrimitive(typesOf(tree, old.left, site.types));
    const right = onePrimitive(typesOf(tree, old.right, site.types));
    if (left === null || left !== right) {
      return refuse('same-operand-types', 'The operands are not known to be of one primitive type.');
    }
  }
  return null;
};

function isEquation({ operator }: Extract<Node, { type: 'BinaryExpression' }>): boolean {
  return /^[!=]==?$/.test(operator);
}

function isNothing(node: Node): boolean {
  return /^(?:null|undefined)$/.test(typeBySyntax(node));
}
