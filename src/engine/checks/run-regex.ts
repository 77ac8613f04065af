import { type CheckAnswer, MAX_SIGHTINGS, type Sighting } from './check-answer.js';

type Undecided = Extract<CheckAnswer, { kind: 'undecided' }>;

/** Whether the regex matches anywhere, an empty match included. */
export function findsAny(regex: RegExp, text: string): boolean | Undecided {
  try {
    // `search` keeps and restores `lastIndex`, so the shared regex carries no state from text to text.
    return text.search(regex) !== -1;
  } catch (error) {
    return engineFailure(error);
  }
}

/**
 * Every non-empty match that `accepts` lets through, in order.
 * A regex all of whose matches are empty points at places but at no text: that is undecided, not clean.
 */
export function findAll(regex: RegExp, text: string, accepts: (found: RegExpExecArray) => boolean): CheckAnswer {
  const any = findsAny(regex, text);
  if (any === false) return { kind: 'clean' };
  if (any !== true) return any;

  const sightings: Sighting[] = [];
  let sawText = false;
  const matches = text.matchAll(regex);
  for (;;) {
    let step: IteratorResult<RegExpExecArray>;
    try {
      step = matches.next();
    } catch (error) {
      return engineFailure(error);
    }
    if (step.done) break;
    const found = step.value;
    if (found[0] === '') continue;
    sawText = true;
    if (!accepts(found)) continue;
    if (sightings.length === MAX_SIGHTINGS) return { kind: 'seen', sightings, cut: true };
    sightings.push({
      start: found.index,
      match: found[0],
      groups: found.slice(1),
      namedGroups: found.groups ?? {},
    });
  }
  if (!sawText) return EMPTY_MATCHES;
  return sightings.length === 0 ? { kind: 'clean' } : { kind: 'seen', sightings, cut: false };
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
