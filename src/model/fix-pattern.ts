import type { PatternCondition } from './condition.js';

/** The band a confidence falls in. Always computed, never trusted from a file. */
export type Tier = 'platinum' | 'gold' | 'silver' | 'bronze';

/** A regular expression inside a remedy. */
export interface PatternFind {
  /** As written: a bare regex source or `/source/flags`. */
  readonly written: string;
  /** Always global. */
  readonly regex: RegExp;
}

/** A learnt remedy for one rule, with the evidence that says how far to trust it. */
export interface FixPattern {
  readonly id: string;
  readonly ruleId: string;
  readonly description: string;
  /** As written: a bare regex source or `/source/flags`. */
  readonly match: string;
  /** `match` compiled, always global. */
  readonly regex: RegExp;
  readonly replacementTemplate: string;
  /** Whole hundredths, 0…100, as of `lastUsed`; decay is applied when read, never here. */
  readonly hundredths: number;
  readonly appliedCount: number;
  readonly successCount: number;
  readonly failureCount: number;
  /** ISO dates. */
  readonly lastUsed: string | null;
  readonly created: string;
  /** `written` by a person, `learnt` by the tool (then its record must also carry it), or learnt from an `agent` (then a person must accept it). */
  readonly provenance: 'written' | 'learnt' | 'agent';
  /** A person accepted it: a learnt pattern then needs no record of its own. */
  readonly accepted: boolean;
  /** Retired by a person: kept for the record, never proposed. */
  readonly retired: boolean;
  /** What the template replaces: `match`, `value`, a group of `match`, or by `default` the value where there is one. */
  readonly target?: string;
  /** `remove`: the statement, element or attribute that `match` names goes; the template is empty then. */
  readonly strategy?: 'replace' | 'wrap' | 'remove';
  /** With `replace`: in the syntax around the match, what this finds gives way to the template, with `$1` for its groups. */
  readonly find?: PatternFind;
  /** What the replacement needs imported; `${ROOT}` in it stands for the project root as seen from the file. */
  readonly importLine?: string;
  /** What must hold of a place besides `match`; never empty. */
  readonly when?: readonly PatternCondition[];
}
