import type { HealOutcome, HealStatus } from '../model/heal-result.js';

export function countOutcomes(outcomes: readonly HealOutcome[]): Readonly<Record<HealStatus, number>> {
  const counts = { healed: 0, suggested: 0, escalated: 0 };
  for (const { status } of outcomes) counts[status]++;
  return counts;
}
