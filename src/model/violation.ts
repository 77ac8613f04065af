import type { CheckKind, Rule, Severity } from './contract.js';
import type { Exemption } from './exemption.js';
import type { TextRange } from './position.js';

/** One place, or one absence, where a rule is broken. */
export interface Violation {
  readonly rule: Rule;
  readonly checkIndex: number;
  readonly kind: CheckKind;
  readonly severity: Severity;
  readonly message: string;
  /** Null where a required pattern was found nowhere in its scope. */
  readonly file: string | null;
  /** Null where the violation is an absence. */
  readonly place: Place | null;
  /** Identity that survives moved lines: rule, check, file, normalised match, occurrence. */
  readonly fingerprint: string;
  readonly exemption: Exemption | null;
}

export interface Place {
  readonly range: TextRange;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
  readonly match: string;
  /** The whole line the match starts on, without its line end. */
  readonly lineText: string;
  /** Up to two lines before and after, for code frames; `firstLine` is 1-based. */
  readonly context: { readonly firstLine: number; readonly lines: readonly string[] };
  /** Numbered groups (index 0 is group 1) and named groups; undefined where a group did not take part. */
  readonly groups: readonly (string | undefined)[];
  readonly namedGroups: Readonly<Record<string, string | undefined>>;
}
