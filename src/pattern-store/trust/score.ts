import type { FixPattern } from '../../model/fix-pattern.js';

/** What one outcome is worth, in whole hundredths. */
const SUCCESS = 5;
const FAILURE = 10;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Idle days that cost one hundredth. */
const DECAY_DAYS = 90;

export const NEW_PATTERN_HUNDREDTHS = 50;

/**
 * The confidence of a pattern as read on a day: what is stored, less one hundredth for every 90 idle
 * days (prorated), rounded to hundredths. A pattern that was never used has not been idle yet.
 */
export function decayedHundredths(pattern: FixPattern, today: string): number {
  if (pattern.lastUsed === null) return pattern.hundredths;
  return clamp(Math.round(pattern.hundredths - daysBetween(pattern.lastUsed, today) / DECAY_DAYS));
}

/** The pattern after one more use: decay is settled, the outcome scored and the record extended. */
export function recordOutcome(pattern: FixPattern, outcome: 'success' | 'failure', today: string): FixPattern {
  const before = decayedHundredths(pattern, today);
  return {
    ...pattern,
    hundredths: clamp(outcome === 'success' ? before + SUCCESS : before - FAILURE),
    appliedCount: pattern.appliedCount + 1,
    successCount: pattern.successCount + (outcome === 'success' ? 1 : 0),
    failureCount: pattern.failureCount + (outcome === 'failure' ? 1 : 0),
    lastUsed: today,
  };
}

/** A person undid a fix that had counted as a success: the same application now counts as a failure. */
export function recordReversal(pattern: FixPattern, today: string): FixPattern {
  const failed = recordOutcome(pattern, 'failure', today);
  if (pattern.successCount === 0) return failed;
  return { ...failed, appliedCount: pattern.appliedCount, successCount: pattern.successCount - 1 };
}

/** Whole days from one ISO date to another; 0 when `to` is not later (a clock may have been set back). */
function daysBetween(from: string, to: string): number {
  const days = Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
  return Math.max(0, days);
}

function clamp(hundredths: number): number {
  return Math.min(100, Math.max(0, hundredths));
}
