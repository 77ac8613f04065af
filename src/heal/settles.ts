import { matchesOf } from '../fix/matches-of.js';
import type { Within } from '../model/bounded.js';

/** Whether a regular expression comes to its end on a text. Asked of those that fixes bring along, before they run. */
export type Settles = (regex: RegExp, text: string) => boolean;

/** Remembers the last text of each: the fixes of one file ask again and again. */
export function settlesWithin(within: Within): Settles {
  const known = new WeakMap<RegExp, { readonly text: string; readonly settles: boolean }>();
  return (regex, text) => {
    const before = known.get(regex);
    if (before?.text === text) return before.settles;
    const settles = within(() => runs(regex, text));
    const answer = settles.kind === 'done' && settles.value;
    known.set(regex, { text, settles: answer });
    return answer;
  };
}

/** Those of V8's complaints that come out of the match itself: too deep, or too large a program. */
function runs(regex: RegExp, text: string): boolean {
  try {
    matchesOf(text, regex);
    return true;
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return false;
    throw error;
  }
}
