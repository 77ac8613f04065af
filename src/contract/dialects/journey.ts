import { fieldOf, hasKey, itemsOf, mapAt, scalarOf, textOf, type YamlMap, type YamlNode } from '../yaml/yaml-node.js';
import { type Dialect, hasChecks, type RuleSource } from './dialect.js';

/** A user's walk through the product. What its end-to-end test must and must not hold becomes a rule. */
export const journey: Dialect = {
  name: 'a journey',
  whyProse: 'its steps are proven by its end-to-end test, and `test_hooks` demands no patterns of that test',
  recognises: (root) =>
    hasKey(root, 'journey_meta', 'journey_definition', 'journeys', 'journey_name') ||
    textOf(root, 'contract_type') === 'journey',
  rulesOf: (root) => [
    ...ruleOf(root, root),
    ...itemsOf(root, 'journeys').flatMap((item) => (item.kind === 'map' ? ruleOf(item, root) : [])),
  ],
};

function ruleOf(holder: YamlMap, root: YamlMap): readonly RuleSource[] {
  const hooks = fieldOf(holder, 'test_hooks');
  if (!hooks || !hasChecks(hooks)) return [];
  const meta = fieldOf(holder, 'journey_meta');
  const node: YamlNode = mapAt(hooks, {
    id:
      scalarOf(meta, 'id') ?? scalarOf(holder, 'id', 'journey_name') ?? scalarOf(fieldOf(root, 'contract_meta'), 'id'),
    title:
      scalarOf(meta, 'title', 'name') ??
      scalarOf(fieldOf(holder, 'journey_definition'), 'name') ??
      scalarOf(holder, 'name'),
    scope: scalarOf(hooks, 'e2e_test_file', 'test_file') ?? scalarOf(holder, 'test_file'),
    required_patterns: fieldOf(hooks, 'required_patterns'),
    forbidden_patterns: fieldOf(hooks, 'forbidden_patterns'),
  });
  return [{ node, tier: 'non-negotiable', origin: 'journey' }];
}
