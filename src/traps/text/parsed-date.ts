import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { calledName } from '../../syntax/member-name.js';
import type { Trap } from '../trap.js';

/** `new Date(x)` → `parseISO(x)`: a constructor takes numbers and dates as well, and texts of other forms. */
export const parsedDate: Trap = ({ before: tree, site, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'NewExpression' && was.type !== 'CallExpression') continue;
    if (made.type !== 'CallExpression' || !OF_ANYTHING.test(calledName(was.callee) ?? '')) continue;
    if (!OF_TEXT.test(calledName(made.callee) ?? '') || made.arguments.length === 0) continue;
    const [value] = was.arguments;
    if (!value || onePrimitive(typesOf(tree, value, site.types)) !== 'string') {
      return refuse('same-arguments', 'The new call takes text only, which what is given here need not be.');
    }
  }
  return null;
};

const OF_ANYTHING = /^(?:Date|moment|dayjs)$/;

const OF_TEXT = /^(?:parse|parseISO|fromISO|fromSQL|fromRFC2822|fromHTTP|fromString)$/;
