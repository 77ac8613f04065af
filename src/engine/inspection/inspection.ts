import type { Check, Rule } from '../../model/contract.js';
import type { Problem } from '../../model/problem.js';
import type { SuppressionsRead } from '../../model/suppression.js';
import type { Violation } from '../../model/violation.js';
import type { SkippedFile } from '../blind-spots/report-skipped.js';

/** Which checks are asked of a file. */
export type Wants = (rule: Rule, check: Check) => boolean;

/** Looks at one file. `rules` are those with a check that is wanted. */
export type Inspect = (path: string, rules: readonly Rule[], wants: Wants) => Inspection;

/** What looking at one file gave. */
export type Inspection =
  | { readonly kind: 'gone' }
  | { readonly kind: 'skipped'; readonly reason: SkippedFile['reason']; readonly detail: string }
  | InspectedText;

export interface InspectedText {
  readonly kind: 'text';
  readonly violations: readonly Violation[];
  readonly problems: readonly Problem[];
  /** Keys (`checkKey`) of the required patterns this text satisfies for the whole scope. */
  readonly satisfied: readonly string[];
  /** Those that could not be judged on it. */
  readonly undecided: readonly UndecidedCheck[];
  readonly suppressions: SuppressionsRead;
}

export interface UndecidedCheck {
  readonly key: string;
  readonly problems: readonly Problem[];
}
