import type { InitStep } from './plan-init.js';

const ATTRIBUTES = [
  '.specflow/fix-patterns.json merge=specflow',
  '.specflow/reviews.json merge=specflow',
  '.specflow/findings/*.json merge=specflow',
  // Git can do that by itself: every line stands alone, and their order means nothing.
  '.specflow/evidence.jsonl merge=union',
];

/** What everybody who merges runs once: git takes no commands from a repository. */
export const MERGE_DRIVER_SETUP =
  'git config merge.specflow.driver "npx --no-install specflow patterns merge %O %A %B"';

/** @param before text of `.gitattributes`; null where there is none */
export function planMergeDriver(before: string | null): InitStep {
  const path = '.gitattributes';
  if (before === null) return { kind: 'create', path, text: `${ATTRIBUTES.join('\n')}\n` };
  const lines = new Set(before.split(/\r?\n/).map((line) => line.trim()));
  const missing = ATTRIBUTES.filter((line) => !lines.has(line));
  if (missing.length === 0) return { kind: 'keep', path, why: 'it names our merge driver already' };
  const end = before.includes('\r\n') ? '\r\n' : '\n';
  const gap = before === '' || before.endsWith('\n') ? '' : end;
  return { kind: 'append', path, before, text: `${before}${gap}${missing.join(end)}${end}` };
}
