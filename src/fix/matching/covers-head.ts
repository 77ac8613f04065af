import { contains, rangesOverlap, type TextRange } from '../../model/position.js';

/** Whether a range cuts no word in two: `log` in `catalog` is another word. */
export function isWholeWord(text: string, { start, end }: TextRange): boolean {
  const joined = (at: number) => /^[\w$]{2}$/.test(text.slice(at - 1, at + 1));
  return !joined(start) && !joined(end);
}

/** Whether a match covers a name or key; the quotes of a key or module may be left out. */
export function coversHead(match: TextRange, head: TextRange): boolean {
  return (
    contains(match, head) || (match.start <= head.start + 1 && head.end - 1 <= match.end && match.end > head.start)
  );
}

/**
 * Whether a match names what a chain such as `a.b.c` is about: it begins where the chain begins, or
 * reaches its last name. In `tools.debugger.attach`, `debugger` is neither.
 */
export function namesHead(match: TextRange, head: TextRange): boolean {
  return rangesOverlap(match, head) && (match.start <= head.start || head.end <= match.end);
}
