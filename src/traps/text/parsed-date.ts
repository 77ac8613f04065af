import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { calledName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedPairs, type Trap } from '../trap.js';

/**
 * `new Date(x)` → `parseISO(x)`: a constructor takes numbers and dates as well, and texts of other forms, of which
 * `new Date(Number(x))` makes no date.
 */
export const parsedDate: Trap = (change) => {
  const { before: tree, site, places } = change;
  for (const { was, made } of places) {
    if (was.type !== 'NewExpression' && was.type !== 'CallExpression') continue;
    if (made.type !== 'CallExpression' || !OF_ANYTHING.test(calledName(was.callee) ?? '')) continue;
    if (!OF_TEXT.test(calledName(made.callee) ?? '') || made.arguments.length === 0) continue;
    const [value] = was.arguments;
    if (!value || onePrimitive(typesOf(tree, value, site.types)) !== 'string') {
      return refuse('same-arguments', 'The new call takes text only, which what is given here need not be.');
    }
  }
  return numberForDate(change);
};

const OF_ANYTHING = /^(?:Date|moment|dayjs)$/;

const OF_TEXT = /^(?:parse|parseISO|fromISO|fromSQL|fromRFC2822|fromHTTP|fromString)$/;

function numberForDate(change: Change): Refusal | null {
  const { before: tree, after, site } = change;
  for (const { old, next } of changedPairs(change, 'NewExpression', 'CallExpression')) {
    const [value, ...more] = old.arguments;
    const [given] = next.arguments;
    if (!value || !given || more.length > 0 || !OF_ANYTHING.test(calledName(old.callee) ?? '')) continue;
    const converted = convertedIn(given);
    if (!converted || textOf(after, converted) !== textOf(tree, value)) continue;
    const type = onePrimitive(typesOf(tree, value, site.types));
    if (type !== 'number' && type !== 'bigint') {
      return refuse('same-arguments', 'What is given here may be text, of which a number makes no date.');
    }
  }
  return null;
}

/** What a number is made of: `Number(x)`, `+x`, `parseInt(x, 10)`. */
function convertedIn(node: Node): Node | null {
  if (node.type === 'UnaryExpression') return node.operator === '+' ? node.argument : null;
  if (node.type !== 'CallExpression' || !/^(?:Number|parseInt|parseFloat)$/.test(calledName(node.callee) ?? '')) {
    return null;
  }
  return node.arguments[0] ?? null;
}
