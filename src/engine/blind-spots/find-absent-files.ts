import type { Rule } from '../../model/contract.js';
import type { Finding } from '../../model/finding.js';
import { plural } from '../../model/plural.js';
import { listNames } from '../list-names.js';

/**
 * Files that rules ask for and a sparse checkout keeps off the disk, as one finding.
 * @param absent those that are not excluded
 */
export function findAbsentFiles(rules: readonly Rule[], absent: readonly string[]): readonly Finding[] {
  if (absent.length === 0) return [];
  const asked = new Set<string>();
  const asking = rules.filter(({ scope }) => {
    const selected = scope.select(absent);
    for (const file of selected) asked.add(file);
    return selected.length > 0;
  });
  const [example] = asked;
  if (example === undefined) return [];
  const ruleIds = listNames(asking.map(({ id }) => id));
  return [
    {
      code: 'scope/not-checked-out',
      ruleId: null,
      file: null,
      line: null,
      message: `A sparse checkout leaves out ${plural(asked.size, 'file')} in the scope of ${ruleIds}, which nobody looked at, such as ${example}.`,
      help: 'Check them out with git sparse-checkout, or leave them out by `exclude` in .specflow/config.json.',
      about: 'sparse-checkout',
    },
  ];
}
