import type { Check, Rule } from '../../model/contract.js';

/**
 * Goes ahead over many files, as far as it is asked about them, and tells which checks have something to say of each,
 * so that no other is asked.
 * @param files in the order they will be judged
 * @returns null where going ahead does not pay
 */
export type Prescan = (files: readonly string[], rulesOf: (file: string) => readonly Rule[]) => Foresight | null;

export interface Foresight {
  /** Asked of each file at most once, in the order they were given. Null: not known, ask all. */
  wordOf(file: string): Word | null;
  /** Files from the one last asked about on of which something is said, in order, at most so many. */
  speakers(most: number): readonly Speaker[];
  /** Nothing more is asked. */
  end(): void;
}

/**
 * Of the checks of rules at least those that report something of a text or are satisfied by it; null: any may. It runs
 * regexes: bound its time.
 */
export type SpeakersOf = (text: string, rules: readonly Rule[]) => ReadonlySet<Check> | null;

/** The checks that may report something of a file, or be satisfied by it; none where it only suppresses something. */
export interface Speaker {
  readonly file: string;
  readonly checks: ReadonlySet<Check>;
}

export type Word =
  /** It is text, no check reports anything of it or is satisfied by it, and it suppresses nothing. */
  { readonly kind: 'silent' } | ({ readonly kind: 'speaks' } & Speaker);
