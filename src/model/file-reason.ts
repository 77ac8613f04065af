import type { ClosedFolder } from './closed-folder.js';

/** Whether rules look at a file, and what decides that. */
export interface FileReason {
  /** Root-relative. */
  readonly path: string;
  readonly decision: FileDecision;
  /** One for each rule asked about, also where the decision leaves them without a say. */
  readonly rules: readonly RuleReach[];
}

export type FileDecision =
  /** Looked at, by every rule that has it in scope. */
  | { readonly kind: 'judged' }
  /** It could be, but lies in the scope of no rule asked about. */
  | { readonly kind: 'unscoped' }
  | { readonly kind: 'contract' }
  | { readonly kind: 'own-state' }
  /** By this glob of `exclude` in the configuration. */
  | { readonly kind: 'excluded'; readonly glob: string }
  /** Not listed; `by` says what ignores it, such as `.gitignore:3: dist/`, or null where that is not known. */
  | {
      readonly kind: 'unlisted';
      readonly by: string | null;
      /** The folder around it that is not entered, as it is a link or another repository; null where there is none. */
      readonly within: Pick<ClosedFolder, 'path' | 'kind'> | null;
    }
  /** Wanted, and not readable as text; `detail` is one clause. */
  | {
      readonly kind: 'skipped';
      readonly reason: string;
      readonly detail: string;
      /** Nobody could have meant it to be read, so a check is complete without it. */
      readonly isHarmless: boolean;
    };

/** Whether a file lies in the scope of a rule. */
export interface RuleReach {
  readonly ruleId: string;
  readonly isInScope: boolean;
  /** The glob of the scope that decides; null where none matches. */
  readonly glob: string | null;
}
