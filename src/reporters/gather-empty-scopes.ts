import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';

/**
 * Findings as people read them: the empty scopes of one contract are told as one that names every rule, or starter
 * contracts would fill the screen in a project that is yet to grow. One with a remedy of its own stays apart.
 */
export function gatherEmptyScopes(findings: readonly Finding[]): readonly Finding[] {
  return [...groupBy(findings, keyOf).values()].map(([first, ...more]) => asOne(first as Finding, more));
}

function keyOf(finding: Finding): unknown {
  const { code, file, help, ruleIds } = finding;
  return code === 'scope/empty' && ruleIds !== undefined ? JSON.stringify([file, help]) : finding;
}

function asOne(first: Finding, more: readonly Finding[]): Finding {
  if (more.length === 0) return first;
  const ids = [first, ...more].flatMap(({ ruleIds = [] }) => ruleIds);
  const names = `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
  const message = `The scopes of ${names} select no file. "specflow explain ${ids[0]}" shows the globs of one.`;
  return { ...first, ruleId: null, message };
}
