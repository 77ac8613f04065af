import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `list.reduce((a, b) => a + b)` → `list.reduce((a, b) => a + b, 0)`: begun with a number texts are added to a text with
 * that number in front.
 */
export const addedStart: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (!isFold(old) || !isFold(next) || old.arguments.length !== 1) continue;
    const [folder, first] = next.arguments;
    if (first?.type !== 'Literal' || typeof first.value !== 'number' || !folder) continue;
    if (addsUp(folder) && !speaksOfNumbers(folder)) {
      return refuse(
        'same-operand-types',
        'The elements are not known to be numbers, and texts would get one in front.',
      );
    }
  }
  return null;
};

function isFold({ callee }: Extract<Node, { type: 'CallExpression' }>): boolean {
  return /^reduce(?:Right)?$/.test(memberName(callee) ?? '');
}

/** `(a, b) => a + b` */
function addsUp(folder: Node): boolean {
  if (!isFunction(folder)) return true;
  const only = folder.body?.type === 'BlockStatement' ? folder.body.body.at(-1) : folder.body;
  const result = only?.type === 'ReturnStatement' ? only.argument : only;
  return result?.type !== 'BinaryExpression' || result.operator === '+';
}

/** What is added up is called `sum`, or a member of each element is what is added. */
function speaksOfNumbers(folder: Node): boolean {
  if (!isFunction(folder)) return false;
  const [sum] = folder.params;
  return sum?.type === 'Identifier' && /(?:sum|total|count|amount)$/i.test(sum.name);
}
