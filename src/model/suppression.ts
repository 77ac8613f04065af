import type { Finding } from './finding.js';

/** What such a comment begins with. */
export const SUPPRESSION_MARKER = 'specflow-ignore-next-line';

/** A comment that excuses the line below it, for the rules it names. */
export interface Suppression {
  readonly file: string;
  /** 1-based line of the comment. */
  readonly line: number;
  readonly ruleIds: readonly string[];
  readonly reason: string;
}

export interface SuppressionsRead {
  readonly suppressions: readonly Suppression[];
  /** Comments that were meant to be one and are not. */
  readonly findings: readonly Finding[];
}
