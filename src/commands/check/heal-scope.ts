import { join, relative } from 'node:path';
import type { CheckReport } from '../../reporters/report.js';
import { ruleWords } from '../rule-choice.js';

/** What a check was restricted to. */
interface CheckScope {
  readonly rule: readonly string[];
  readonly contract: readonly string[];
  readonly staged?: true;
  readonly since?: string;
  readonly dirty?: true;
  readonly stdin?: true;
}

/** What tells heal to look at what a check looked at, as words of a command line; null where that lies in no file. */
export function healScope(
  { outlooks, left }: CheckReport,
  paths: readonly string[],
  options: CheckScope,
  { root, cwd }: { readonly root: string; readonly cwd: string },
): readonly string[] | null {
  const { staged, since, dirty, stdin } = options;
  if (stdin) return null;
  if (!staged && !dirty && since === undefined) return [...ruleWords(options), ...paths];
  // Heal knows no changes, but the files in which there is something to mend.
  const untried = [...outlooks.keys()].filter((violation) => !left?.has(violation));
  const files = new Set(untried.flatMap(({ file }) => file ?? []));
  return [...ruleWords(options), ...[...files].map((file) => relative(cwd, join(root, file)))];
}
