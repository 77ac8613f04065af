import { compareText } from '../model/compare-text.js';

/**
 * The violations a project knew of when it began: they are marked and do not count, until they are mended. A baseline
 * may only shrink. Pure but for `baseline-file.ts`, which loads and saves.
 */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

/** Violations of one rule in one file that cannot be told apart. */
export interface BaselineEntry {
  readonly ruleId: string;
  /** Root-relative; null for a pattern that was missing from a whole scope. */
  readonly file: string | null;
  /** What they are known by: hashes of their text and surroundings, one of which is enough. */
  readonly anchors: readonly string[];
  /** How many of them, at least 1. */
  readonly count: number;
}

export const EMPTY_BASELINE: Baseline = { entries: [] };

/** File, then rule, then anchors; what belongs together in a review stands together. */
export function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.anchors.join(), b.anchors.join())
  );
}
