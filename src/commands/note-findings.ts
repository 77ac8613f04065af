import type { Raised } from '../findings/sync-findings.js';
import type { HealResult } from '../model/heal-result.js';
import type { Problem } from '../model/problem.js';
import type { Violation } from '../model/violation.js';
import { goneByHeal, raisedByHeal } from './raised-findings.js';
import { saveFindings } from './save-findings.js';

/**
 * Writes down what a heal leaves for an owner to decide, and takes away what it has mended.
 * @param seen all violations of the files and rules in question
 * @param today ISO date
 */
export function noteFindings(
  root: string,
  result: HealResult,
  seen: readonly Violation[],
  noticed: readonly Raised[],
  today: string,
): readonly Problem[] {
  return saveFindings(root, [...raisedByHeal(result, seen), ...noticed], today, goneByHeal(result, seen)).problems;
}
