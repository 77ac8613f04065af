import { applyEdits } from '../../model/edit.js';
import { indexLines, rangesOverlap, type TextRange } from '../../model/position.js';
import type { Place } from '../../model/violation.js';
import { outputRanges } from '../map-range.js';
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

function foundAgain({ candidate, after, edits }: Trial): readonly Place[] {
  const { trigger } = candidate;
  if (trigger === null) return [];
  const written = outputRanges(edits);
  return [...after.matchAll(trigger)].flatMap((found) => {
    const range = { start: found.index, end: found.index + found[0].length };
    return written.some((each) => rangesOverlap(each, range)) ? [placeOf(after, range, found)] : [];
  });
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
