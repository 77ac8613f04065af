import { join, relative } from 'node:path';
import type { CheckReport } from '../../reporters/report.js';
import { untriedOutlook } from '../../reporters/untried-outlook.js';
import { ruleWords } from '../rule-choice.js';
import type { CheckOptions } from './check-options.js';

/** What a check was restricted to. */
type CheckScope = Pick<CheckOptions, 'rule' | 'contract' | 'staged' | 'since' | 'dirty' | 'stdin'>;

/** What tells heal to look at what a check looked at, as words of a command line; null where that lies in no file. */
export function healScope(
  report: CheckReport,
  paths: readonly string[],
  options: CheckScope,
  { root, cwd }: { readonly root: string; readonly cwd: string },
): readonly string[] | null {
  const { staged, since, dirty, stdin } = options;
  if (stdin) return null;
  if (!staged && !dirty && since === undefined) return [...ruleWords(options), ...paths];
  // Heal knows no changes, but the files in which there is something to mend.
  const untried = [...report.outlooks.keys()].filter((violation) => untriedOutlook(report, violation));
  const files = new Set(untried.flatMap(({ file }) => file ?? []));
  return [...ruleWords(options), ...[...files].map((file) => relative(cwd, join(root, file)))];
}
