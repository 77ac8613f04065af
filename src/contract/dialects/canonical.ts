import { fieldOf, hasKey, type YamlNode } from '../yaml/yaml-node.js';
import type { Dialect, RuleSource } from './dialect.js';

/** `rules.non_negotiable` and `rules.soft`, and the older `non_negotiable_rules` and `soft_rules`. */
export const canonical: Dialect = {
  name: 'a contract',
  whyProse: 'it has no rule with a pattern',
  recognises: (root) =>
    hasKey(
      root,
      'contract_meta',
      'rules',
      'non_negotiable_rules',
      'soft_rules',
      'llm_policy',
      'llm_edit_policy',
      'waivers',
    ),
  rulesOf(root) {
    const rules = fieldOf(root, 'rules');
    const binding = rules?.kind === 'list' ? rules : fieldOf(rules, 'non_negotiable');
    return [
      ...sources(binding, 'non-negotiable'),
      ...sources(fieldOf(root, 'non_negotiable_rules'), 'non-negotiable'),
      ...sources(fieldOf(rules, 'soft'), 'soft'),
      ...sources(fieldOf(root, 'soft_rules'), 'soft'),
    ];
  },
};

function sources(list: YamlNode | null, tier: RuleSource['tier']): readonly RuleSource[] {
  return list?.kind === 'list' ? list.items.map((node) => ({ node, tier, origin: 'pattern' })) : [];
}
