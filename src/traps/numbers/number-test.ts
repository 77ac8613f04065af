import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** The global `isNaN` and `isFinite` turn their argument into a number first, those of `Number` do not. */
export const numberTest: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (old.callee.type !== 'Identifier' || !/^is(?:NaN|Finite)$/.test(old.callee.name)) continue;
    if (memberName(next.callee) !== old.callee.name) continue;
    const [argument, ...others] = old.arguments;
    const given = argument && others.length === 0 ? withoutCast(argument) : null;
    const type = given && onePrimitive(typesOf(tree, given, site.types));
    if (type !== 'number') return refuse('same-operand-types', 'The argument is not known to be a number.');
  }
  return null;
};

/** `isNaN(value as number)` says what the compiler is to think of a value, and not what it is. */
function withoutCast(node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
      return withoutCast(node.expression);
    default:
      return node;
  }
}
