import { join, relative } from 'node:path';
import type { Only } from '../../enforce.js';
import type { CheckReport } from '../../reporters/report.js';
import { untriedOutlook } from '../../reporters/untried-outlook.js';
import { ruleWords } from '../options/rule-choice.js';

/** What tells heal to look at what a check was restricted to, as words of a command line in a folder of the project. */
export function healScope(
  report: CheckReport,
  { ruleIds = [], contractIds = [], paths = [], changed, removed }: Only,
  { root, cwd }: { readonly root: string; readonly cwd: string },
): readonly string[] {
  const here = (path: string): string => {
    const seen = relative(cwd, join(root, path)) || '.';
    return seen.startsWith('-') ? `./${seen}` : seen;
  };
  const words = ruleWords({ rule: ruleIds, contract: contractIds });
  if (!changed && !removed) return [...words, ...paths.map(here)];
  // Heal knows no changes, but the files in which there is something to mend.
  const untried = [...report.outlooks.keys()].filter((violation) => untriedOutlook(report, violation));
  return [...words, ...new Set(untried.flatMap(({ file }) => (file === null ? [] : here(file))))];
}
