import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** The global `isNaN` and `isFinite` turn their argument into a number first, those of `Number` do not. */
export const numberTest: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const [name, later] = [calledName(old.callee), calledName(next.callee)];
    if (name === null || name !== later || !/^is(?:NaN|Finite)$/.test(name)) continue;
    if (old.callee.type === next.callee.type) continue;
    const [argument, ...others] = old.arguments;
    const given = argument && others.length === 0 ? withoutCast(argument) : null;
    const isNumber = given && (isTimestamp(given) || onePrimitive(typesOf(tree, given, site.types)) === 'number');
    if (!isNumber) return refuse('same-operand-types', 'The argument is not known to be a number.');
  }
  return null;
};

/** `date.getTime()`, which nobody asks whether it is a number but of a date that may be invalid. */
function isTimestamp(node: Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    /^(?:Identifier|MemberExpression)$/.test(node.callee.object.type) &&
    memberName(node.callee) === 'getTime' &&
    node.arguments.length === 0
  );
}

/** `isNaN(value as number)` says what the compiler is to think of a value, and not what it is. */
function withoutCast(node: Node): Node {
  return isOuterExpression(node) ? withoutCast(node.expression) : node;
}
