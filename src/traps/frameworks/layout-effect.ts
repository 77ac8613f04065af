import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `useEffect(run, [id])` → `useFocusEffect(run, [id])`: that is given a function alone, which has to stay the same. And
 * `useLayoutEffect` → `useEffect`, of a function there or of one that has a name: what is measured or scrolled then
 * changes after the page was shown.
 */
export const layoutEffect: Trap = (change) => {
  const isFocused = changedCalls(change).some(({ old, next }) => {
    const [run, ...more] = next.arguments;
    const isExchanged = calledName(old.callee) === 'useEffect' && calledName(next.callee) === 'useFocusEffect';
    return isExchanged && (more.length > 0 || (run !== undefined && isFunction(run)));
  });
  if (isFocused) return FOCUSED;
  const isLate = changedCalls(change).some(({ old, next }) => {
    const [run] = old.arguments;
    const isExchanged = calledName(old.callee) === 'useLayoutEffect' && calledName(next.callee) === 'useEffect';
    return isExchanged && run !== undefined && LAYOUT.test(textOf(change.before, constantValue(change.before, run)));
  });
  return isLate ? refuse('same-result', 'It measures or moves what is shown, and would do so too late.') : null;
};

const FOCUSED = refuse('same-result', 'It knows no dependencies, and runs anew whenever it is given another function.');

const LAYOUT =
  /\b(?:getBoundingClientRect|getClientRects|getComputedStyle|measure(?:[A-Z]\w*)?(?=\()|(?:focus|scroll)(?=\()|classList\.|style(?=\.|\[)|(?:offset|client|scroll)(?:Width|Height|Top|Left|By|To|IntoView)\b)/;
