import type { FixPattern } from '../model/fix-pattern.js';
import { acceptPattern, rejectPattern, restorePattern, retirePattern } from './decide-pattern.js';
import { type EvidenceLine, inEvidenceOrder } from './evidence-line.js';
import { newPattern } from './new-pattern.js';
import { recordOutcome } from './score.js';

/** The pattern as its evidence makes it: nothing but the remedy is taken from the pattern itself. */
export function foldEvidence(pattern: FixPattern, lines: readonly EvidenceLine[]): FixPattern {
  return evidenceSteps(pattern, lines).at(-1)?.pattern ?? atStart(pattern);
}

/** What each line made of a pattern, in their order. */
export function evidenceSteps(
  pattern: FixPattern,
  lines: readonly EvidenceLine[],
): readonly { readonly line: EvidenceLine; readonly pattern: FixPattern }[] {
  let now = atStart(pattern);
  return inEvidenceOrder(lines.filter(({ patternId }) => patternId === pattern.id)).map((line) => {
    now = follow(now, line);
    return { line, pattern: now };
  });
}

function atStart(pattern: FixPattern): FixPattern {
  return newPattern(pattern, pattern.created);
}

function follow(pattern: FixPattern, line: EvidenceLine): FixPattern {
  switch (line.kind) {
    case 'state': {
      const { hundredths, appliedCount, successCount, failureCount, lastUsed, accepted, retired } = line;
      return { ...pattern, hundredths, appliedCount, successCount, failureCount, lastUsed, accepted, retired };
    }
    case 'success':
    case 'failure':
      return recordOutcome(pattern, line.kind, line.day);
    case 'accepted':
      return acceptPattern(pattern);
    case 'rejected':
      return rejectPattern(pattern, line.day);
    case 'retired':
      return retirePattern(pattern);
    case 'restored':
      return restorePattern(pattern);
  }
}
