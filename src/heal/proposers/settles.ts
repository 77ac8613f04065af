import { matchesOf } from '../../fix/matching/matches-of.js';
import type { Within } from '../../model/bounded.js';

/** Whether a regular expression comes to its end on a text. Asked of those that fixes bring along, before they run. */
export type Settles = (regex: RegExp, text: string) => boolean;

/** The texts before and after the fixes of a few files: what was asked of one file is likely to be asked of the next. */
const REMEMBERED = 16;

interface Answers {
  readonly text: string;
  readonly of: Map<RegExp, boolean>;
  /** Those that somebody wanted to know, in this text. */
  readonly asked: Set<RegExp>;
}

/**
 * Remembers the last texts: the fixes of one file ask again and again. Each run under a limit costs far more than what
 * it limits, so those that were asked about in the last texts, and settled there, are run together on the next one.
 */
export function settlesWithin(within: Within): Settles {
  let recent: readonly Answers[] = [];

  function runAll(regexes: readonly RegExp[], text: string): boolean {
    const settles = within(() => regexes.every((regex) => runs(regex, text)));
    return settles.kind === 'done' && settles.value;
  }

  function answersFor(text: string): Answers {
    const known = recent.find((each) => each.text === text);
    if (known) return known;
    const answers = { text, of: new Map<RegExp, boolean>(), asked: new Set<RegExp>() };
    // One that came to no end there may well come to none here, and would take the others along.
    const settled = recent.flatMap(({ asked, of }) => [...asked].filter((regex) => of.get(regex)));
    const likely = [...new Set(settled)];
    if (likely.length > 1 && runAll(likely, text)) for (const regex of likely) answers.of.set(regex, true);
    recent = [answers, ...recent.slice(0, REMEMBERED - 1)];
    return answers;
  }

  return (regex, text) => {
    const { of, asked } = answersFor(text);
    asked.add(regex);
    const known = of.get(regex);
    if (known !== undefined) return known;
    const answer = runAll([regex], text);
    of.set(regex, answer);
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
