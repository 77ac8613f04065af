import type { Finding } from './finding.js';

/** What such a comment begins with. */
export const SUPPRESSION_MARKER = 'specflow-ignore-next-line';

/** The names of rules that stand behind the marker, and the reason behind two dashes; null where there is none. */
export function splitReason(body: string): { readonly names: string; readonly reason: string | null } {
  const dashes = body.search(/\s--(?:\s|$)/);
  if (dashes === -1) return { names: body, reason: null };
  return { names: body.slice(0, dashes), reason: body.slice(dashes + 3).trim() };
}

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
