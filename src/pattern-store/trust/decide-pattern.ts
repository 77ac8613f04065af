import type { FixPattern } from '../../model/fix-pattern.js';
import { recordReversal } from './score.js';

/** A person vouches for the pattern: a learnt one may then apply without a record of its own. */
export function acceptPattern(pattern: FixPattern): FixPattern {
  return { ...pattern, accepted: true };
}

/**
 * A person undid what the pattern did, or disagrees with it: counted as a failure, and whatever
 * acceptance it had is withdrawn.
 * @param today ISO date
 */
export function rejectPattern(pattern: FixPattern, today: string): FixPattern {
  return { ...recordReversal(pattern, today), accepted: false };
}

/** Kept for the record, never proposed again. */
export function retirePattern(pattern: FixPattern): FixPattern {
  return { ...pattern, retired: true };
}

/** Back in service, with the score and the record it had. */
export function restorePattern(pattern: FixPattern): FixPattern {
  return { ...pattern, retired: false };
}
