import type { Bounded } from '../model/bounded.js';
import type { IsCode } from './check-source.js';

/** Texts that were prepared lately; work asks about no more of them in one go. */
const REMEMBERED = 64;

class NotYet extends Error {
  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    super('a text has to be parsed outside of the time limit');
  }
}

/**
 * Whether a place is code is known by parsing, and a parser must not be broken off: it keeps state, and a long text is
 * no fault of a pattern. So the first question about a text ends the work, the text is parsed with no limit, and the
 * work starts again.
 */
export function askOutside(isCode: IsCode, bounded: Bounded): { readonly isCode: IsCode; readonly bounded: Bounded } {
  const prepared: { readonly path: string; readonly text: string }[] = [];
  let isLimited = false;
  const isPrepared = (path: string, text: string): boolean =>
    prepared.some((each) => each.path === path && each.text === text);
  const prepare = ({ path, text }: NotYet): void => {
    // The very end lies in nothing, so that every kind of syntax is asked.
    isCode(path, text, text.length);
    prepared.unshift({ path, text });
    prepared.length = Math.min(prepared.length, REMEMBERED);
  };
  return {
    isCode(path, text, offset) {
      if (isLimited && !isPrepared(path, text)) throw new NotYet(path, text);
      return isCode(path, text, offset);
    },
    bounded(work, milliseconds) {
      const outer = isLimited;
      try {
        for (let tries = 0; ; tries++) {
          isLimited = tries < REMEMBERED;
          try {
            return bounded(work, milliseconds);
          } catch (error) {
            if (!(error instanceof NotYet)) throw error;
            prepare(error);
          }
        }
      } finally {
        isLimited = outer;
      }
    },
  };
}
