import { fieldOf, hasKey, itemsOf, listAt, mapAt, type YamlNode } from '../yaml/yaml-node.js';
import { type Dialect, hasChecks, type RuleSource } from './dialect.js';

/**
 * `structural_rules`: mostly headings, folders and fields that a test of the project looks for. One that
 * gives a `required_pattern` asks it of each file in its scope.
 */
export const structural: Dialect = {
  name: 'a list of structural rules',
  whyProse: 'headings, fields and folders are looked for by a test of that project, not by patterns',
  recognises: (root) => hasKey(root, 'structural_rules'),
  rulesOf: (root) => itemsOf(root, 'structural_rules').flatMap(ruleOf),
};

function ruleOf(item: YamlNode): readonly RuleSource[] {
  if (hasChecks(item)) return [{ node: item, tier: 'non-negotiable', origin: 'pattern' }];
  const pattern = fieldOf(item, 'required_pattern');
  if (!pattern) return [];
  const node = mapAt(item, {
    id: fieldOf(item, 'id'),
    title: fieldOf(item, 'title'),
    scope: fieldOf(item, 'scope'),
    require: { kind: 'scalar', value: 'every', text: 'every', style: 'plain', range: item.range },
    required_patterns: listAt(pattern, [pattern]),
  });
  return [{ node, tier: 'non-negotiable', origin: 'pattern' }];
}
