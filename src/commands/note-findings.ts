import type { Raised } from '../findings/sync-findings.js';
import type { HealResult } from '../model/heal-result.js';
import type { Problem } from '../model/problem.js';
import { isHealedNow, raisedByHeal } from './raised-findings.js';
import { saveFindings } from './save-findings.js';

/** Writes down what a heal leaves for an owner to decide, and takes away what it has mended. @param today ISO date */
export function noteFindings(
  root: string,
  result: HealResult,
  noticed: readonly Raised[],
  today: string,
): readonly Problem[] {
  return saveFindings(root, [...raisedByHeal(result), ...noticed], today, (record) =>
    isHealedNow(record, result.outcomes),
  ).problems;
}
