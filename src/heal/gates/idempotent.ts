import type { Sighting } from '../../engine/checks/check-answer.js';
import { placeOf } from '../../engine/violations/place-of.js';
import { makeFixes } from '../../fix/make-fixes.js';
import { matchesOf } from '../../fix/matching/matches-of.js';
import { applyEdits, type Edit } from '../../model/edit.js';
import type { FixAnswer } from '../../model/fix-site.js';
import { indexLines, rangesOverlap, type TextRange } from '../../model/position.js';
import type { Place } from '../../model/violation.js';
import { mapRange, outputRanges } from '../diff/map-range.js';
import type { Gate, Objection, Part, Trial } from './gate.js';

/**
 * The remedy must not be its own next patient. The rule is content by now; but a remedy with a regex of
 * its own that still finds what it wrote would change it again, and grow the text with every run. What mends an absence
 * is not asked again: what was absent is there now, which is more than its own regex knows.
 */
export const idempotent: Gate = {
  name: 'idempotent',
  judge: async (trial) => {
    for (const [trigger, part] of triggersOf(trial)) {
      if (part.candidate.settles?.(trial.after) === false) return OUT_OF_TIME;
      const places = firstOfEach(foundAgain(trigger, trial));
      for (const [place, answer] of await fixAgain(part, trial.after, places)) {
        if (answer.kind === 'refused' || applyEdits(trial.after, answer.fix.edits) === trial.after) continue;
        const detail = `The fix finds its own result "${place.match}" on line ${place.line} and would change it again.`;
        return { outcome: 'not_idempotent', detail };
      }
    }
    return null;
  },
};

const OUT_OF_TIME: Objection = {
  outcome: 'timeout',
  detail: 'A regular expression of the fix does not come to its end on the new text in time.',
};

/** The same remedy writes the same text at a hundred places; asking about one of them is enough. */
function firstOfEach(places: readonly Place[]): readonly Place[] {
  const first = new Map<string, Place>();
  for (const place of places) if (!first.has(place.match)) first.set(place.match, place);
  return [...first.values()];
}

/** What the remedy would do at each place of the new text. */
async function fixAgain(
  { candidate, through }: Part,
  text: string,
  places: readonly Place[],
): Promise<readonly (readonly [Place, FixAnswer])[]> {
  const { instruction } = candidate;
  const answers: [Place, FixAnswer][] = [];
  for (const place of places) {
    const site = { ...through, text, place };
    const made = instruction === null ? [await candidate.fix(site)] : makeFixes([{ site, instruction }]);
    for (const answer of made) answers.push([place, answer]);
  }
  return answers;
}

/** What the remedies look for by themselves, each once, with a fix that does so. */
function triggersOf({ parts }: Trial): ReadonlyMap<RegExp, Part> {
  const triggers = new Map<RegExp, Part>();
  for (const part of parts) {
    const { trigger } = part.candidate;
    if (trigger !== null && part.site.members.some(({ place }) => place !== null)) triggers.set(trigger, part);
  }
  return triggers;
}

/** Where the remedy's regex meets what it wrote; other matches of it are other violations, still to be healed. */
function foundAgain(trigger: RegExp, { parts, before, after, edits }: Trial): readonly Place[] {
  const own = parts.filter(({ candidate }) => candidate.trigger === trigger);
  const healed = own.flatMap(({ site }) => site.members.flatMap(({ place }) => (place === null ? [] : [place.range])));
  const others = new Set(
    rangesOf(before, trigger)
      .filter((range) => !healed.some((each) => rangesOverlap(each, range)))
      .flatMap((range) => mapRange(range, edits)?.start ?? []),
  );
  const ownEdits = new Set(own.flatMap((part) => part.edits.map(keyOf)));
  const isOwn = edits.map((edit) => ownEdits.has(keyOf(edit)));
  const written = outputRanges(edits).filter((_, index) => isOwn[index]);
  const lines = indexLines(after);
  return matchesOf(after, trigger).flatMap((found) => {
    const range = rangeOf(found);
    const meets = written.some(({ start, end }) => start <= range.end && range.start <= end);
    return meets && !others.has(range.start) ? [placeOf(sightingOf(found), lines)] : [];
  });
}

function keyOf({ range, text }: Edit): string {
  return `${range.start} ${text}`;
}

function rangesOf(text: string, regex: RegExp): readonly TextRange[] {
  return matchesOf(text, regex).map(rangeOf);
}

function rangeOf(found: RegExpExecArray): TextRange {
  return { start: found.index, end: found.index + found[0].length };
}

function sightingOf(found: RegExpExecArray): Sighting {
  return { start: found.index, match: found[0], groups: found.slice(1), namedGroups: found.groups ?? {} };
}
