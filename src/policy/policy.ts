// Everything that decides what passes, before and after a change, and what of it the change makes weaker. Pure values
// in, findings out: where the two were read from, and whether weakening is allowed, is for others to say.
import type { Baseline } from '../exemptions/baseline.js';
import type { Config } from '../model/config.js';
import type { Contract } from '../model/contract.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { Suppression } from '../model/suppression.js';

export interface Policy {
  readonly config: Config;
  readonly contracts: readonly Contract[];
  readonly baseline: Baseline;
  readonly patterns: readonly FixPattern[];
  /** Of the files that changed; the same files before and after. */
  readonly suppressions: readonly Suppression[];
}
