import { applyEdits } from '../../model/edit.js';
import { indexLines, rangesOverlap, type TextRange } from '../../model/position.js';
import type { Place } from '../../model/violation.js';
import { mapRange, outputRanges } from '../map-range.js';
import type { Gate, Trial } from './gate.js';

/**
 * The remedy must not be its own next patient. The rule is content by now; but a remedy with a regex of
 * its own that still finds what it wrote would change it again, and grow the text with every run.
 */
export const idempotent: Gate = {
  name: 'idempotent',
  judge: async (trial) => {
    for (const place of foundAgain(trial)) {
      const answer = await trial.candidate.fix({ ...trial.through, text: trial.after, place });
      if (answer.kind === 'refused') continue;
      if (applyEdits(trial.after, answer.fix.edits) === trial.after) continue;
      const detail = `The fix finds its own result "${place.match}" on line ${place.line} and would change it again.`;
      return { outcome: 'not_idempotent', detail };
    }
    return null;
  },
};

/** Where the remedy's regex meets what was written; other matches of it are other violations, still to be healed. */
function foundAgain({ candidate, site, before, after, edits }: Trial): readonly Place[] {
  const { trigger } = candidate;
  if (trigger === null) return [];
  const others = new Set(
    rangesOf(before, trigger)
      .filter((range) => !site.members.some(({ place }) => place !== null && rangesOverlap(place.range, range)))
      .flatMap((range) => mapRange(range, edits)?.start ?? []),
  );
  const written = outputRanges(edits);
  return [...after.matchAll(trigger)].flatMap((found) => {
    const range = rangeOf(found);
    const meets = written.some(({ start, end }) => start <= range.end && range.start <= end);
    return meets && !others.has(range.start) ? [placeOf(after, range, found)] : [];
  });
}

function rangesOf(text: string, regex: RegExp): readonly TextRange[] {
  return [...text.matchAll(regex)].map(rangeOf);
}

function rangeOf(found: RegExpExecArray): TextRange {
  return { start: found.index, end: found.index + found[0].length };
}

function placeOf(text: string, range: TextRange, found: RegExpExecArray): Place {
  const lines = indexLines(text);
  const from = lines.positionAt(range.start);
  const to = lines.positionAt(range.end);
  const lineText = lines.lineText(from.line);
  return {
    range,
    ...from,
    endLine: to.line,
    endColumn: to.column,
    match: found[0],
    lineText,
    context: { firstLine: from.line, lines: [lineText] },
    groups: found.slice(1),
    namedGroups: found.groups ?? {},
  };
}
