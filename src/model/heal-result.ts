import type { Finding } from './finding.js';
import type { Tier } from './fix-pattern.js';
import type { Problem } from './problem.js';
import type { Violation } from './violation.js';

export type HealStatus = 'healed' | 'suggested' | 'escalated';

/** How one attempt ended. Each gate answers with one of these. */
export type AttemptOutcome =
  | 'kept'
  | 'still_violates'
  | 'syntax_error'
  | 'new_violation'
  | 'precondition'
  | 'type_error'
  | 'gamed'
  | 'not_idempotent'
  | 'cycle'
  | 'verify_failed'
  | 'out_of_scope'
  | 'no_change'
  /** By the person who was asked. */
  | 'declined'
  | 'timeout';

/** One pass of propose, apply, recheck. */
export interface Attempt {
  /** 1-based. */
  readonly n: number;
  /** `pattern:<id>`, `auto_fix` or `example`. */
  readonly source: string;
  readonly outcome: AttemptOutcome;
  /** The gate or precondition that said no, by name; null when kept. */
  readonly gate: string | null;
  readonly detail: string | null;
  /** Unified diff of what was tried; null when no text came out of it. */
  readonly diff: string | null;
}

export interface HealOutcome {
  readonly violation: Violation;
  readonly status: HealStatus;
  readonly iterations: number;
  readonly source: string | null;
  readonly tier: Tier | null;
  /** Fractions with two decimals. */
  readonly confidence: { readonly before: number; readonly after: number } | null;
  readonly diff: string | null;
  /** Why it was not healed, and what a person should decide; null when healed. */
  readonly reason: string | null;
  readonly attempts: readonly Attempt[];
}

export interface HealResult {
  readonly runId: string;
  readonly dryRun: boolean;
  readonly outcomes: readonly HealOutcome[];
  /** Files written (or, in a dry run, that would be), with the diff of all their fixes together. */
  readonly changes: readonly FileChange[];
  /** Lines that the changes add, replace or take away; a replaced line counts once. */
  readonly linesTouched: number;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

export interface FileChange {
  readonly file: string;
  readonly diff: string;
}
