import type { Violation } from '../../model/violation.js';

/** Who decides about each fix before it is taken, where somebody is there to ask. */
export interface Person {
  decide(asked: AskedFix): Promise<Decision>;
  /** Whether they want to be asked no more: what is left is not even tried. */
  hasLeft(): boolean;
}

/** A fix that every gate agrees to. Nothing of it is written yet. */
export interface AskedFix {
  readonly path: string;
  /** Text of the file with the fix. */
  readonly after: string;
  readonly diff: string;
  readonly violations: readonly Violation[];
  /** `pattern:<id>`, `auto_fix`, `example` or `edited`. */
  readonly source: string;
  /** Why nobody but a person may apply it, as a clause; null where heal would do so by itself. */
  readonly why: string | null;
  /** What a gate said of the text they edited; the fix is the one before it. */
  readonly objection: string | null;
}

export type Decision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'skip' }
  /** The text the file is to have instead. It has to pass the same gates. */
  | { readonly kind: 'edit'; readonly text: string };
