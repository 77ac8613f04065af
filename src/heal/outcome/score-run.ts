import type { FixPattern } from '../../model/fix-pattern.js';
import type { HealOutcome } from '../../model/heal-result.js';
import { decayedHundredths } from '../../pattern-store/trust/score.js';
import type { FileDraft } from '../file-draft.js';
import { learn } from './evidence.js';

/** Folds what every file taught into the patterns, and tells each outcome what its file did to its pattern. */
export function scoreRun(
  patterns: readonly FixPattern[],
  drafts: readonly FileDraft[],
  today: string,
): { readonly patterns: readonly FixPattern[]; readonly outcomes: readonly HealOutcome[] } {
  const outcomes: HealOutcome[] = [];
  let before = patterns;
  for (const draft of drafts) {
    const after = learn(before, draft.evidence, today);
    for (const outcome of draft.outcomes) outcomes.push(withConfidence(outcome, before, after, today));
    before = after;
  }
  return { patterns: before, outcomes };
}

function withConfidence(
  outcome: HealOutcome,
  before: readonly FixPattern[],
  after: readonly FixPattern[],
  today: string,
): HealOutcome {
  if (outcome.confidence === null) return outcome;
  const confidenceIn = (patterns: readonly FixPattern[]): number => {
    const pattern = patterns.find(({ id }) => outcome.source === `pattern:${id}`);
    return pattern === undefined ? 0 : decayedHundredths(pattern, today) / 100;
  };
  return { ...outcome, confidence: { before: confidenceIn(before), after: confidenceIn(after) } };
}
