import type { Finding } from '../model/finding.js';
import { compareBaselines } from './compare-baselines.js';
import { compareConfigs } from './compare-configs.js';
import { comparePatterns } from './compare-patterns.js';
import { compareRules } from './compare-rules.js';
import { compareSuppressions } from './compare-suppressions.js';
import { compareWaivers } from './compare-waivers.js';
import type { Policy } from './policy.js';

/** Where the parts of a policy are kept, root-relative. */
export interface PolicyFiles {
  readonly config: string;
  readonly baseline: string;
  readonly patterns: string;
}

/**
 * Everything a change makes weaker.
 * @param files the files of the project as they are now
 * @param select those of them that some globs select
 */
export function comparePolicies(
  before: Policy,
  after: Policy,
  names: PolicyFiles,
  files: readonly string[],
  select: (globs: readonly string[]) => readonly string[],
): readonly Finding[] {
  return [
    ...compareRules(before.contracts, after.contracts, files),
    ...compareWaivers(before.contracts, after.contracts),
    ...compareConfigs(before.config, after.config, names.config, select),
    ...compareBaselines(before.baseline, after.baseline, names.baseline),
    ...comparePatterns(before.patterns, after.patterns, names.patterns),
    ...compareSuppressions(before.suppressions, after.suppressions),
  ];
}
