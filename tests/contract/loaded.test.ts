import { describe, expect, it } from 'vitest';
import { parseContract } from '../../src/contract/parse-contract.js';

const FILE = 'contracts/shop.yml';
const load = (text: string) => parseContract(FILE, text);

/** One rule in a contract of its own, its fields on lines of their own. */
function loadRule(...fields: readonly string[]) {
  const lines = ['contract_meta: { id: shop }', 'rules:', '  non_negotiable:', '    - id: SHOP-001'];
  const body = ['scope: [src/**]', 'behavior: { forbidden_patterns: [{ pattern: /x/ }] }', ...fields];
  const { contract, problems } = load([...lines, ...body.map((line) => `      ${line}`), ''].join('\n'));
  expect(problems.filter(({ severity }) => severity === 'invalid')).toEqual([]);
  const rule = contract?.rules[0];
  if (!rule) throw new Error('the rule was not loaded');
  return rule;
}

describe('a rule is loaded', () => {
  it.each([
    [[], 'SHOP-001'],
    [['title: Of its own'], 'Of its own'],
    [['name: By name'], 'By name'],
    [['rule: By rule'], 'By rule'],
    [['description: "By  what\\n it says"'], 'By what it says'],
    [['description: second', 'title: first'], 'first'],
  ])('with the title that %j gives', (fields, title) => {
    expect(loadRule(...fields).title).toBe(title);
  });

  it.each([
    ['error', 'error'],
    ['CRITICAL', 'error'],
    ['blocker', 'error'],
    ['high', 'error'],
    ['warning', 'warning'],
    ['warn', 'warning'],
    ['important', 'warning'],
    ['medium', 'warning'],
    ['minor', 'warning'],
    ['low', 'warning'],
    ['Info', 'warning'],
    ['future', 'error'],
  ])('whose severity %s is an %s', (word, severity) => {
    expect(loadRule(`severity: ${word}`).severity).toBe(severity);
  });

  it('with its examples, wherever they stand', () => {
    const rule = loadRule(
      'example_violation: one',
      'example_violations: [two, three]',
      'example_compliant: good',
      'example_compliants: [better]',
    );
    expect(rule.exampleViolations.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(rule.exampleCompliant.map(({ text }) => text)).toEqual(['good', 'better']);
    expect(rule.exampleViolations[0]?.declaredAt).toEqual({ file: FILE, line: 7, column: 26 });
    const { contract } = load(
      [
        'contract_meta: { id: shop }',
        'rules:',
        '  soft:',
        '    - id: A',
        '      scope: src/**',
        '      behavior: { forbidden_patterns: [{ pattern: /x/ }], example_violation: x, example_compliant: y }',
        '',
      ].join('\n'),
    );
    expect(contract?.rules[0]).toMatchObject({
      severity: 'warning',
      exampleViolations: [{ text: 'x' }],
      exampleCompliant: [{ text: 'y' }],
    });
  });
});

describe('advice is loaded', () => {
  const rule = '{ id: B, scope: a, behavior: { forbidden_patterns: [{ pattern: /x/ }] } }';
  const adviceOf = (...fields: readonly string[]) =>
    load(
      ['contract_meta: { id: shop }', 'rules:', '  soft:', `    - ${rule}`, '    - id: A']
        .concat(fields.map((field) => `      ${field}`))
        .join('\n'),
    ).contract?.advice[0];

  it('with what it suggests and when it may bend', () => {
    expect(adviceOf('title: Small files', 'suggestion: " Split them "', 'llm_may_bend_if: [generated]')).toEqual({
      id: 'A',
      title: 'Small files',
      suggestion: 'Split them',
      mayBendIf: ['generated'],
      declaredAt: { file: FILE, line: 5, column: 11 },
    });
    expect(adviceOf('suggested_behavior: [One, Two]', 'llm_may_adjust_if: [a, b]')).toMatchObject({
      title: 'A',
      suggestion: 'One\nTwo',
      mayBendIf: ['a', 'b'],
    });
    expect(adviceOf('title: T')).toMatchObject({ suggestion: null, mayBendIf: [] });
  });
});

describe('a waiver is loaded', () => {
  const waiversOf = (...waivers: readonly string[]) =>
    load(['contract_meta: { id: shop }', 'waivers:', ...waivers.map((waiver) => `  - ${waiver}`), ''].join('\n'))
      .contract?.waivers;

  it('as it is written, with gaps', () => {
    const written =
      '{ invariant_id: SEC-003, reason: Old, tracking_issue: "#2", owner: "@ana", expires: 2026-12-01, approved_by: bo, files: [a/**, b] }';
    expect(waiversOf(written, '{ rule_id: SEC-004 }', '{ reason: none }')).toEqual([
      {
        ruleId: 'SEC-003',
        reason: 'Old',
        owner: '@ana',
        expires: '2026-12-01',
        expiresWritten: '2026-12-01',
        trackingIssue: '#2',
        approvedBy: 'bo',
        files: ['a/**', 'b'],
        declaredAt: { file: FILE, line: 3, column: 5 },
      },
      {
        ruleId: 'SEC-004',
        reason: null,
        owner: null,
        expires: null,
        expiresWritten: null,
        trackingIssue: null,
        approvedBy: null,
        files: [],
        declaredAt: { file: FILE, line: 4, column: 5 },
      },
      expect.objectContaining({ ruleId: '', reason: 'none' }),
    ]);
  });

  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2028-02-29', '2028-02-29'],
    ['2027-02-29', null],
    ['2026-13-01', null],
    ['2026-1-01', null],
    ['12026-12-01', null],
    ['2026-12-011', null],
    ['2026-12-01T00:00:00Z', null],
    ['soon', null],
  ])('whose day is %s: %s', (written, expires) => {
    expect(waiversOf(`{ rule_id: A, expires: "${written}" }`)).toMatchObject([{ expires, expiresWritten: written }]);
  });
});

describe('a file without patterns', () => {
  it.each([
    ['requirements_coverage: { A: b }', 'an index of contracts'],
    ['uncovered_requirements: []', 'an index of contracts'],
    ['contracts: [{ id: a, path: b.yml }]', 'an index of contracts'],
    ['contracts: [{ id: a, file: b.yml }]', 'an index of contracts'],
    ['board_auditor_rules: [{ id: a }]', 'a checklist of the board auditor'],
    ['couplings: []', 'a list of couplings'],
    ['feature: { couplings: [] }', 'a list of couplings'],
    ['feature: x\nrequirements: []', 'a bundle of requirements'],
    ['contracts: [{ id: a, statement: b }]', 'a list of demands in words'],
    ['invariants: [{ id: a }]', 'a list of invariants'],
    ['anti_patterns: []', 'notes for people and agents'],
    ['completion_verification: {}', 'notes for people and agents'],
    ['parallel_coordination: {}', 'notes for people and agents'],
    ['infrastructure: {}', 'notes for people and agents'],
    ['test_quality: {}', 'notes for people and agents'],
    ['contract_type: x', 'notes for people and agents'],
    ['protected_files: []', 'notes for people and agents'],
    ['compliance_checklist: {}', 'notes for people and agents'],
    ['structural_rules: [{ id: a }]', 'a list of structural rules'],
    ['journey_meta: { id: J-1 }', 'a journey'],
    ['journey_definition: { name: J }', 'a journey'],
    ['journeys: []', 'a journey'],
    ['journey_name: J', 'a journey'],
    ['contract_type: journey', 'a journey'],
  ])('%s is %s', (text, kind) => {
    expect(load(`contract_meta: { id: shop }\n${text}\n`).findings).toMatchObject([
      { code: 'contract/nothing-enforceable', message: expect.stringMatching(`This is ${kind};`) },
    ]);
  });
});

describe('other ways to write rules', () => {
  const ruleOf = (text: string) => {
    const { contract, problems } = load(`contract_meta: { id: shop }\n${text}\n`);
    expect(problems.filter(({ severity }) => severity === 'invalid')).toEqual([]);
    return contract?.rules[0];
  };

  it.each([
    ['structural_rules: [{ id: S-1, title: T, scope: "docs/**", required_pattern: /## Scope/ }]', 'every'],
    [
      'structural_rules: [{ id: S-1, title: T, scope: "docs/**", required_patterns: [{ pattern: /## Scope/ }] }]',
      'any',
    ],
  ])('%s', (text, require) => {
    expect(ruleOf(text)).toMatchObject({
      id: 'S-1',
      title: 'T',
      severity: 'error',
      origin: 'pattern',
      scope: { globs: ['docs/**'] },
      checks: [{ kind: 'required-pattern', require }],
    });
  });

  it.each([
    [
      'journey_meta: { id: J-1, title: T }\ntest_hooks: { e2e_test_file: e2e/a.ts, required_patterns: [{ pattern: /x/ }] }',
      'J-1',
      'T',
    ],
    [
      'journey_meta: { id: J-1, name: N }\ntest_hooks: { test_file: e2e/a.ts, required_patterns: [{ pattern: /x/ }] }',
      'J-1',
      'N',
    ],
    ['journey_name: J-2\ntest_file: e2e/a.ts\ntest_hooks: { forbidden_patterns: [{ pattern: /x/ }] }', 'J-2', 'J-2'],
    [
      'journeys: [{ id: J-3, name: N, test_hooks: { test_file: e2e/a.ts, forbidden_patterns: [{ pattern: /x/ }] } }]',
      'J-3',
      'N',
    ],
    [
      'journey_definition: { name: D }\ntest_hooks: { test_file: e2e/a.ts, forbidden_patterns: [{ pattern: /x/ }] }',
      'shop',
      'D',
    ],
  ])('%s', (text, id, title) => {
    expect(ruleOf(text)).toMatchObject({
      id,
      title,
      origin: 'journey',
      severity: 'error',
      scope: { globs: ['e2e/a.ts'] },
    });
  });
});
