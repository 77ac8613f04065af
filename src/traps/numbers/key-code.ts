import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `e.keyCode === 13` → `e.key === 13`: the old ones are numbers, the new ones the names of keys. */
export const keyCode: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'MemberExpression')) {
    const names = [memberName(old) ?? '', memberName(next) ?? ''];
    const isExchanged = names.some((name) => NUMBERS.test(name)) && names.some((name) => NAMES.test(name));
    const compared = change.after.parent(next);
    if (!isExchanged || (compared?.type === 'BinaryExpression' && isText(compared) === NAMES.test(names[1] ?? '')))
      continue;
    return refuse('number-used', 'One is the number of a key, the other its name.');
  }
  return null;
};

const NUMBERS = /^(?:keyCode|which|charCode)$/;
const NAMES = /^(?:key|code)$/;

/** A number is one in quotes as well, but for the keys of digits. */
function isText({ left, right }: Extract<Node, { type: 'BinaryExpression' }>): boolean {
  return [left, right].some(
    (side) => side.type === 'Literal' && typeof side.value === 'string' && !/^\d{2,}$/.test(side.value),
  );
}
