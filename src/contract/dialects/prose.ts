import { hasKey, itemsOf, type YamlMap } from '../yaml/yaml-node.js';
import { type Dialect, hasChecks } from './dialect.js';

/** Lists of demands in words. An entry that carries checks all the same is a rule like any other. */
function proseDialect(
  name: string,
  whyProse: string,
  keys: readonly string[],
  recognises?: Dialect['recognises'],
): Dialect {
  return {
    name,
    whyProse,
    recognises: recognises ?? ((root) => hasKey(root, ...keys)),
    rulesOf: (root) =>
      itemsOf(root, ...keys)
        .filter(hasChecks)
        .map((node) => ({ node, tier: 'non-negotiable', origin: 'pattern' })),
  };
}

export const contractIndex = proseDialect(
  'an index of contracts',
  'it only lists other files',
  ['contracts'],
  (root: YamlMap) =>
    hasKey(root, 'requirements_coverage', 'uncovered_requirements') ||
    itemsOf(root, 'contracts').some((item) => hasKey(item, 'path', 'file')),
);

export const boardAuditor = proseDialect(
  'a checklist of the board auditor',
  'it is about the text of tickets, not about files',
  ['board_auditor_rules'],
);

export const couplings: Dialect = {
  ...proseDialect('a list of couplings', 'which files must change together is not a matter of patterns', []),
  recognises: (root) => root.entries.some(({ key, value }) => key === 'couplings' || hasKey(value, 'couplings')),
};

export const specBundle = proseDialect(
  'a bundle of requirements',
  'requirements and scenarios are in words',
  ['requirements'],
  (root: YamlMap) => hasKey(root, 'feature', 'requirements'),
);

export const statements = proseDialect('a list of demands in words', 'none of them has a pattern', ['contracts']);

export const invariants = proseDialect('a list of invariants', 'they are in words and proven by tests', ['invariants']);

export const extensions = proseDialect(
  'notes for people and agents',
  'they have no patterns with a scope',
  [],
  (root: YamlMap) =>
    hasKey(
      root,
      'anti_patterns',
      'completion_verification',
      'parallel_coordination',
      'infrastructure',
      'test_quality',
    ) || hasKey(root, 'contract_type', 'protected_files', 'compliance_checklist'),
);
