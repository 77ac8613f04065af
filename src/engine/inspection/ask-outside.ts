import type { Bounded } from '../../model/bounded.js';
import type { IsCode } from '../check-source.js';

/** Texts that were prepared lately; work asks about no more of them in one go. */
const REMEMBERED = 64;

/** What has to be prepared for a question: whether the text can be parsed at all, or what every place of it is. */
type Need = 'errors' | 'places';

class NotYet extends Error {
  constructor(
    readonly path: string,
    readonly text: string,
    readonly need: Need,
    readonly offset: number,
  ) {
    super('a text has to be parsed outside of the time limit');
  }
}

/**
 * Whether a place is code is mostly known at once, and else by parsing. A parser must not be broken off: it keeps state,
 * and a long text is no fault of a pattern. So the first question about a text that takes one ends the work, the text is
 * parsed with no limit, and the work starts again.
 */
export function askOutside(isCode: IsCode, bounded: Bounded): { readonly isCode: IsCode; readonly bounded: Bounded } {
  const prepared: { readonly path: string; readonly text: string; readonly need: Need }[] = [];
  let isLimited = false;
  const isPrepared = (path: string, text: string, need: Need): boolean =>
    prepared.some((each) => each.path === path && each.text === text && (each.need === need || each.need === 'places'));
  const prepare = ({ path, text, need, offset }: NotYet): void => {
    // The very end lies in nothing, so that every kind of syntax is asked.
    isCode(path, text, need === 'places' ? text.length : offset);
    prepared.unshift({ path, text, need });
    prepared.length = Math.min(prepared.length, REMEMBERED);
  };
  return {
    isCode(path, text, offset) {
      const place = isLimited ? isCode.lexicalPlace?.(path, text, offset) : null;
      if (place === 'code') return true;
      const need = place === 'quiet' ? 'errors' : 'places';
      if (isLimited && !isPrepared(path, text, need)) throw new NotYet(path, text, need, offset);
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
