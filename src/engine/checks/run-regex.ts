import { detached } from '../../model/detached.js';
import { type CheckAnswer, MAX_SIGHTINGS, type Sighting } from './check-answer.js';

type Undecided = Extract<CheckAnswer, { kind: 'undecided' }>;

/** Whether the regex matches anywhere, an empty match included. */
export function findsAny(regex: RegExp, text: string): boolean | Undecided {
  const first = findFirst(regex, text);
  return typeof first === 'number' ? first !== -1 : first;
}

/** Where the regex matches first, an empty match included; -1 where it does not. */
function findFirst(regex: RegExp, text: string): number | Undecided {
  try {
    // `search` keeps and restores `lastIndex`, so the shared regex carries no state from text to text.
    return text.search(regex);
  } catch (error) {
    return engineFailure(error);
  }
}

/**
 * Every non-empty match that `accepts` lets through, in order.
 * A regex all of whose matches are empty points at places but at no text: that is undecided, not clean.
 * @param behind where the search goes on behind one that it does not
 */
export function findAll(
  regex: RegExp,
  text: string,
  accepts: (found: RegExpExecArray) => boolean,
  behind: (found: RegExpExecArray) => number = endOf,
): CheckAnswer {
  const first = findFirst(regex, text);
  if (typeof first !== 'number') return first;
  if (first === -1) return { kind: 'clean' };

  const sightings: Sighting[] = [];
  let sawText = false;
  // Its own, for the shared one must carry no state even where this is broken off.
  const own = new RegExp(regex);
  own.lastIndex = first;
  for (;;) {
    let found: RegExpExecArray | null;
    try {
      found = own.exec(text);
    } catch (error) {
      return engineFailure(error);
    }
    if (found === null) break;
    const [match] = found;
    if (match === '') {
      own.lastIndex = behindCharacter(own, text, found.index);
      continue;
    }
    sawText = true;
    if (!accepts(found)) {
      own.lastIndex = behind(found);
      continue;
    }
    if (sightings.length === MAX_SIGHTINGS) return { kind: 'seen', sightings, cut: true };
    sightings.push({
      start: found.index,
      match: detached(match),
      groups: found.length === 1 ? NO_GROUPS : found.slice(1).map(detachedGroup),
      namedGroups: found.groups ? namedGroups(found.groups) : NO_NAMES,
    });
  }
  if (!sawText) return EMPTY_MATCHES;
  return sightings.length === 0 ? { kind: 'clean' } : { kind: 'seen', sightings, cut: false };
}

/** As `matchAll` goes on behind an empty match. */
function behindCharacter({ flags }: RegExp, text: string, at: number): number {
  const isPair = /[uv]/.test(flags) && (text.codePointAt(at) ?? 0) > 0xffff;
  return at + (isPair ? 2 : 1);
}

export function endOf({ 0: match, index }: RegExpExecArray): number {
  return index + match.length;
}

/** Nearly all patterns have none: thousands of matches share them. */
const NO_GROUPS: Sighting['groups'] = Object.freeze([]);
const NO_NAMES: Sighting['namedGroups'] = Object.freeze({});

function namedGroups(groups: Readonly<Record<string, string | undefined>>): Sighting['namedGroups'] {
  return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, detachedGroup(text)]));
}

function detachedGroup(text: string | undefined): string | undefined {
  return text === undefined ? undefined : detached(text);
}

const EMPTY_MATCHES: Undecided = {
  kind: 'undecided',
  code: 'check/empty-match',
  reason: 'its pattern matches places but no text (only lookarounds, anchors or optional parts)',
  help: 'Let the pattern match at least one character of the code it forbids.',
};

/**
 * V8 compiles late and runs out of stack or program size only when it meets the text: a RangeError or a
 * SyntaxError then comes out of the match itself. Anything else is a bug of ours and goes on.
 */
function engineFailure(error: unknown): Undecided {
  if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error;
  return {
    kind: 'undecided',
    code: 'check/regex-failed',
    reason: `the regex engine gave up: ${error.message}`,
    help: 'Simplify the pattern (fewer nested repetitions, shorter alternatives), or keep very large files out of its scope.',
  };
}
