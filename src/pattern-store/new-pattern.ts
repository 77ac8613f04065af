import type { FixPattern } from '../model/fix-pattern.js';
import { NEW_PATTERN_HUNDREDTHS } from './trust/score.js';

/** What a pattern is for and does, without how it fared. */
export type Remedy = Pick<
  FixPattern,
  | 'id'
  | 'ruleId'
  | 'description'
  | 'match'
  | 'regex'
  | 'replacementTemplate'
  | 'provenance'
  | 'target'
  | 'strategy'
  | 'find'
  | 'importLine'
  | 'when'
>;

/**
 * A pattern at the start of its life: 0.50 and no record.
 * @param created ISO date
 */
export function newPattern(remedy: Remedy, created: string): FixPattern {
  return {
    ...remedy,
    hundredths: NEW_PATTERN_HUNDREDTHS,
    appliedCount: 0,
    successCount: 0,
    failureCount: 0,
    lastUsed: null,
    created,
    accepted: false,
    retired: false,
  };
}
