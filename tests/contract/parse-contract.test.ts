import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedContract, parseContract } from '../../src/contract/parse-contract.js';
import type { Check, Rule } from '../../src/model/contract.js';

function parse(...lines: readonly string[]): ParsedContract {
  return parseContract('contracts/c.yml', `${lines.join('\n')}\n`);
}

function codesOf({ problems }: ParsedContract): readonly string[] {
  return problems.map(({ code, line, column }) => `${code}@${line}:${column}`);
}

function ruleOf(parsed: ParsedContract): Rule {
  const [rule] = parsed.contract?.rules ?? [];
  if (!rule) throw new Error(`no rule was loaded: ${JSON.stringify(parsed.problems)}`);
  return rule;
}

function checkOf<K extends Check['kind']>(parsed: ParsedContract, kind: K, at = 0): Check & { kind: K } {
  const check = ruleOf(parsed).checks[at];
  if (check?.kind !== kind) throw new Error(`check ${at} is ${check?.kind}`);
  return check as Check & { kind: K };
}

describe('a whole contract', () => {
  const parsed = parse(
    'contract_meta: { id: security, version: 1.0, owner: platform }',
    'rules:',
    '  non_negotiable:',
    '    - id: SEC-001',
    '      title: No hardcoded secrets',
    '      scope: ["src/**/*.ts", "!**/*.test.*"]',
    '      behavior:',
    '        forbidden_patterns:',
    '          - pattern: /secret\\s*=/i',
    '            message: Secret in code',
    '        required_patterns:',
    '          - /process\\.env/',
    '        example_violation: |',
    '          secret = 1',
    '        example_compliant: [ok, "secret()"]',
    '  soft:',
    '    - { id: SEC-010, title: Rotate, suggestion: Often, llm_may_bend_if: [offline] }',
    '    - { id: SEC-011, scope: src/*.ts, forbidden_patterns: [x] }',
    'waivers:',
    '  - { invariant_id: SEC-001, reason: old, owner: "@a", expires: 2026-12-01, tracking_issue: "#2", approved_by: b, files: src/old.ts }',
    '  - { invariant_id: SEC-011, expires: 2026-02-30 }',
  );

  it('has an id, a version as written, an owner', () => {
    expect(parsed.problems).toEqual([]);
    expect(parsed.findings).toEqual([]);
    expect(parsed.contract).toMatchObject({
      id: 'security',
      version: '1.0',
      owner: 'platform',
      file: 'contracts/c.yml',
    });
  });

  it('has rules with scope, severity, place', () => {
    expect(parsed.contract?.rules).toMatchObject([
      {
        id: 'SEC-001',
        title: 'No hardcoded secrets',
        severity: 'error',
        origin: 'pattern',
        contractId: 'security',
        declaredAt: { file: 'contracts/c.yml', line: 4, column: 11 },
        exampleViolations: [{ text: 'secret = 1\n', declaredAt: { line: 13 } }],
        exampleCompliant: [{ text: 'ok' }, { text: 'secret()' }],
      },
      { id: 'SEC-011', title: 'SEC-011', severity: 'warning' },
    ]);
    expect(ruleOf(parsed).scope.select(['src/a.ts', 'src/a.test.ts'])).toEqual(['src/a.ts']);
  });

  it('has checks in order, each with its place and message', () => {
    expect(ruleOf(parsed).checks).toMatchObject([
      {
        kind: 'forbidden-pattern',
        index: 0,
        message: 'Secret in code',
        match: 'text',
        declaredAt: { line: 9, column: 22 },
      },
      {
        kind: 'required-pattern',
        index: 1,
        message: 'No hardcoded secrets',
        require: 'any',
        declaredAt: { line: 12, column: 13 },
      },
    ]);
    expect(checkOf(parsed, 'forbidden-pattern').pattern).toEqual({ written: '/secret\\s*=/i', regex: /secret\s*=/gi });
  });

  it('has advice and waivers', () => {
    expect(parsed.contract?.advice).toMatchObject([
      { id: 'SEC-010', title: 'Rotate', suggestion: 'Often', mayBendIf: ['offline'], declaredAt: { line: 17 } },
    ]);
    expect(parsed.contract?.waivers).toMatchObject([
      {
        ruleId: 'SEC-001',
        reason: 'old',
        owner: '@a',
        expires: '2026-12-01',
        expiresWritten: '2026-12-01',
        trackingIssue: '#2',
        approvedBy: 'b',
        files: ['src/old.ts'],
        declaredAt: { line: 20 },
      },
      { ruleId: 'SEC-011', reason: null, owner: null, expires: null, expiresWritten: '2026-02-30', files: [] },
    ]);
  });
});

const RULE = ['rules:', '  non_negotiable:', '    - id: A-1', '      scope: src/**'];
const META = 'contract_meta: { id: c }';

describe('what a rule may leave to others', () => {
  it('scope comes from the contract', () => {
    for (const head of ['contract_meta: { id: c, scope: [lib/] }', 'contract_meta: { id: c }\nscope: [lib/]']) {
      const rule = ruleOf(parse(head, 'rules: [ { id: A-1, forbidden_patterns: [x] } ]'));
      expect(rule.scope.select(['lib/a', 'src/a'])).toEqual(['lib/a']);
    }
  });

  it('require and match: the nearest of pattern, behavior, rule wins', () => {
    const parsed = parse(
      META,
      ...RULE,
      '      require: every',
      '      match: code',
      '      behavior:',
      '        forbidden_patterns: [ a, { pattern: b, match: text } ]',
      '        required_patterns: [ c, { pattern: d, require: any } ]',
    );
    expect(ruleOf(parsed).checks).toMatchObject([
      { match: 'code' },
      { match: 'text' },
      { require: 'every' },
      { require: 'any' },
    ]);
  });

  it('auto_fix: the nearest wins', () => {
    const parsed = parse(
      META,
      ...RULE,
      '      auto_fix: { strategy: remove, hint: rule }',
      '      forbidden_patterns: [ a ]',
      '      behavior:',
      '        auto_fix: { strategy: remove, hint: behavior }',
      '        forbidden_patterns: [ b, { pattern: c, auto_fix: { strategy: remove, hint: pattern } } ]',
    );
    expect(ruleOf(parsed).checks.map((check) => check.autoFix?.hint)).toEqual(['behavior', 'pattern', 'behavior']);
    const alone = parse(
      META,
      ...RULE,
      '      auto_fix: { strategy: remove, hint: rule }',
      '      forbidden_patterns: [ a ]',
    );
    expect(ruleOf(alone).checks.map((check) => check.autoFix?.hint)).toEqual(['rule']);
  });

  it('the id of the contract comes from its file, with a warning', () => {
    const parsed = parse('rules: [ { id: A-1, scope: src/**, forbidden_patterns: [x] } ]');
    expect(parsed.contract?.id).toBe('c');
    expect(parsed.problems).toMatchObject([{ code: 'contract/missing-id', severity: 'warning' }]);
  });

  it.each([
    ['error', 'error'],
    ['critical', 'error'],
    ['Warning', 'warning'],
    ['important', 'warning'],
    ['future', 'error'],
  ])('severity %s counts as %s', (word, severity) => {
    const parsed = parse(META, ...RULE, `      severity: ${word}`, '      forbidden_patterns: [x]');
    expect(ruleOf(parsed).severity).toBe(severity);
  });

  it('text is taken as written: ids, messages and patterns that look like numbers or nothing', () => {
    const parsed = parse(
      META,
      'rules: [ { id: 007, title: yes, scope: 1.0, forbidden_patterns: [ { pattern: 0x1F, message: 1e3 } ] } ]',
    );
    expect(ruleOf(parsed)).toMatchObject({ id: '007', title: 'yes', scope: { globs: ['1.0'] } });
    expect(checkOf(parsed, 'forbidden-pattern')).toMatchObject({ message: '1e3', pattern: { written: '0x1F' } });
  });

  it('anchors and aliases', () => {
    const rule = (id: string, scope: string): string => `    - { id: ${id}, scope: ${scope}, forbidden_patterns: [x] }`;
    const many = Array.from({ length: 100 }, (_, i) => rule(`B-${i}`, '*s'));
    const parsed = parse(META, 'rules:', '  non_negotiable:', rule('A-1', '&s [ "src/**" ]'), ...many);
    expect(parsed.problems).toEqual([]);
    expect(parsed.contract?.rules).toHaveLength(101);
    expect(new Set(parsed.contract?.rules.flatMap((each) => each.scope.globs))).toEqual(new Set(['src/**']));
  });
});

describe('domains', () => {
  it('become checks with lower-case hosts', () => {
    const parsed = parse(
      META,
      ...RULE,
      '      behavior:',
      '        allowed_domains: [API.example.com, "*.example.org"]',
      '        forbidden_domains: localhost:3000',
    );
    expect(ruleOf(parsed).checks).toMatchObject([
      { kind: 'domain', policy: 'forbid', hosts: ['localhost:3000'] },
      { kind: 'domain', policy: 'allow', hosts: ['api.example.com', '*.example.org'] },
    ]);
  });

  it.each([
    ['https://example.com/x', "'example.com'"],
    ['example.com/path', "'example.com'"],
    ['"*.*.com"', 'Write a host'],
    ['"a b"', 'Write a host'],
    ['""', 'Write a host'],
  ])('%s is not a host', (host, help) => {
    const parsed = parse(META, ...RULE, `      behavior: { forbidden_domains: [${host}] }`);
    expect(parsed.problems).toMatchObject([{ code: 'domain/host', line: 6 }]);
    expect(parsed.problems[0]?.help).toContain(help);
  });
});

describe('mistakes cost their rule and no other', () => {
  const good = '    - { id: OK-1, scope: src/**, forbidden_patterns: [x] }';

  it.each([
    ['no id', '{ scope: src/**, forbidden_patterns: [x] }', 'rule/missing-id@5:7'],
    ['an empty id', '{ id: "", scope: src/**, forbidden_patterns: [x] }', 'contract/shape@5:13'],
    ['an id that is a list', '{ id: [A], scope: src/**, forbidden_patterns: [x] }', 'contract/shape@5:13'],
    ['not a mapping', 'words', 'contract/shape@5:7'],
    ['no scope', '{ id: A, forbidden_patterns: [x] }', 'rule/missing-scope@5:7'],
    ['an empty scope', '{ id: A, scope: [], forbidden_patterns: [x] }', 'scope/no-globs@5:23'],
    ['an empty glob', '{ id: A, scope: [""], forbidden_patterns: [x] }', 'scope/no-globs@5:24'],
    ['a scope of text without words', '{ id: A, scope: " ", forbidden_patterns: [x] }', 'scope/glob@5:23'],
    ['a scope that is a mapping', '{ id: A, scope: { a: b }, forbidden_patterns: [x] }', 'contract/shape@5:23'],
    ['only exclusions', '{ id: A, scope: ["!a"], forbidden_patterns: [x] }', 'scope/only-exclusions@5:23'],
    ['a glob that leaves the project', '{ id: A, scope: [a, ../b], forbidden_patterns: [x] }', 'scope/glob@5:27'],
    ['patterns that are no list', '{ id: A, scope: a, forbidden_patterns: x }', 'contract/shape@5:46'],
    [
      'a pattern entry without pattern',
      '{ id: A, scope: a, forbidden_patterns: [ { message: m } ] }',
      'contract/shape@5:48',
    ],
    ['a null pattern', '{ id: A, scope: a, forbidden_patterns: [ { pattern: } ] }', 'contract/shape@5:48'],
    ['an empty pattern', '{ id: A, scope: a, forbidden_patterns: [ "" ] }', 'pattern/empty@5:48'],
    ['a broken pattern', '{ id: A, scope: a, forbidden_patterns: [ ( ] }', 'pattern/invalid@5:48'],
    [
      'a pattern that matches everywhere',
      '{ id: A, scope: a, forbidden_patterns: [ x* ] }',
      'pattern/matches-everywhere@5:48',
    ],
    ['a pattern without text', '{ id: A, scope: a, forbidden_patterns: [ ^ ] }', 'pattern/matches-no-text@5:48'],
    [
      'a required pattern that is always found',
      '{ id: A, scope: a, required_patterns: [ x* ] }',
      'pattern/always-found@5:47',
    ],
    ['an unknown word', '{ id: A, scope: a, require: evry, required_patterns: [ x ] }', 'contract/shape@5:35'],
    [
      'different in_files',
      '{ id: A, forbidden_patterns: [ { pattern: x, in_files: a }, { pattern: y, in_files: b } ] }',
      'rule/mixed-scopes@5:62',
    ],
  ])('%s', (_name, bad, place) => {
    const parsed = parse(META, '', 'rules:', '  non_negotiable:', `    - ${bad}`, good);
    expect(codesOf(parsed)).toEqual([place]);
    expect(parsed.problems[0]?.severity).toBe('invalid');
    expect(parsed.contract?.rules.map((rule) => rule.id)).toEqual(['OK-1']);
  });

  it('a rule with several mistakes tells them all', () => {
    const parsed = parse(META, ...RULE, '      forbidden_patterns: [ (, "[" ]', '      required_patterns: [ /x ]');
    expect(codesOf(parsed)).toEqual(['pattern/invalid@6:29', 'pattern/invalid@6:32', 'pattern/unclosed@7:28']);
    expect(parsed.contract?.rules).toEqual([]);
  });

  it('the second of two rules with one id', () => {
    const parsed = parse(META, 'rules:', '  non_negotiable:', good, '  soft:', good.replace('src', 'lib'));
    expect(codesOf(parsed)).toEqual(['contract/duplicate-id@6:13']);
    expect(parsed.problems[0]?.message).toContain('line 4');
    expect(parsed.contract?.rules.map((rule) => rule.scope.globs)).toEqual([['src/**']]);
  });

  it.each([
    ['contract_meta: x', 'contract/shape@1:16'],
    ['contract_meta: { id: [a] }', 'contract/shape@1:22'],
    ['contract_meta: { id: c }\nrules: x', 'contract/shape@2:8'],
    ['contract_meta: { id: c }\nrules: { non_negotiable: x }', 'contract/shape@2:26'],
    ['contract_meta: { id: c }\nwaivers: { a: b }', 'contract/shape@2:10'],
    ['contract_meta: { id: c }\nwaivers: [ x ]', 'contract/shape@2:12'],
    ['contract_meta: { id: c }\nwaivers: [ { invariant_id: A, expires: [] } ]', 'contract/shape@2:40'],
  ])('%s', (text, place) => {
    expect(codesOf(parse(text))).toEqual([place]);
  });
});

describe('rules without patterns', () => {
  it('are a finding when they bind, and advice when they do not', () => {
    const parsed = parse(
      META,
      'rules:',
      '  non_negotiable:',
      '    - { id: A-1, title: Words }',
      '  soft:',
      '    - { id: A-2, title: Words }',
    );
    expect(parsed.findings).toMatchObject([{ code: 'rule/nothing-enforceable', ruleId: 'A-1', line: 4 }]);
    expect(parsed.contract?.advice).toMatchObject([{ id: 'A-2' }]);
    expect(parsed.problems).toEqual([]);
  });

  it.each([
    ['invariants: [ { id: I-1, rule: words } ]', 'a list of invariants'],
    ['contracts: [ { id: c, path: docs/c.yml } ]', 'an index of contracts'],
    ['contracts: [ { id: A-1, scope: [a], description: words } ]', 'a list of demands in words'],
    ['structural_rules: [ { id: A-1, required_headings: [x] } ]', 'a list of structural rules'],
    ['board_auditor_rules: {}', 'a checklist of the board auditor'],
    ['rules: { couplings: [] }', 'a list of couplings'],
    ['feature: x\nrequirements: []', 'a bundle of requirements'],
    ['journey_meta: { id: J-1 }\ntest_hooks: { e2e_test_file: a.ts }', 'a journey'],
    ['anti_patterns: { patterns: { forbidden: [ { pattern: "x(" } ] } }', 'notes for people and agents'],
    ['contract_meta: { id: c }', 'a contract'],
  ])('%s has nothing to enforce, as %s', (text, name) => {
    const parsed = parse(text);
    expect(parsed.contract).toBeNull();
    expect(parsed.problems).toEqual([]);
    const code = name === 'a contract' ? 'contract/no-rule' : 'contract/nothing-enforceable';
    expect(parsed.findings).toMatchObject([{ code, file: 'contracts/c.yml' }]);
    expect(parsed.findings[0]?.message).toContain(`This is ${name};`);
  });
});

describe('dialects', () => {
  const check = 'forbidden_patterns: [x]';

  it.each([
    ['non_negotiable_rules', `non_negotiable_rules: [ { id: A, scope: a, behavior_spec: { ${check} } } ]`, 'error'],
    ['soft_rules', `soft_rules: [ { id: A, scope: a, ${check} } ]`, 'warning'],
    ['rules as a list', `rules: [ { id: A, scope: a, ${check} } ]`, 'error'],
    ['a bare list', `- { id: A, scope: a, ${check} }`, 'error'],
    ['a bare rule', `id: A\nscope: a\n${check}`, 'error'],
    ['invariants with patterns', `invariants: [ { id: A, scope: a, ${check} } ]`, 'error'],
    ['contracts with patterns', `contracts: [ { id: A, scope: a, severity: warning, ${check} } ]`, 'warning'],
    ['structural rules with patterns', `structural_rules: [ { id: A, scope: a, ${check} } ]`, 'error'],
    ['in_files', 'non_negotiable_rules: [ { id: A, forbidden_patterns: [ { pattern: x, in_files: a } ] } ]', 'error'],
  ])('%s', (_name, text, severity) => {
    const parsed = parse(text);
    expect(parsed.problems.filter((problem) => problem.severity === 'invalid')).toEqual([]);
    expect(ruleOf(parsed)).toMatchObject({
      id: 'A',
      severity,
      scope: { globs: ['a'] },
      checks: [{ kind: 'forbidden-pattern' }],
    });
  });

  it('a structural required_pattern is asked of each file', () => {
    const parsed = parse(
      'structural_rules: [ { id: A, scope: ["scripts/*.js"], required_pattern: "module.exports" } ]',
    );
    expect(checkOf(parsed, 'required-pattern')).toMatchObject({ require: 'every' });
  });

  it('test_hooks of a journey are rules on its test, named by it', () => {
    const parsed = parse(
      'journey_meta: { id: J-BUY, title: Buy }',
      'test_hooks:',
      '  e2e_test_file: tests/e2e/buy.spec.ts',
      '  required_patterns: ["/page\\\\.goto/", { pattern: expect, message: Assert }]',
      '  forbidden_patterns: [/test\\.skip/]',
    );
    expect(parsed.problems).toEqual([]);
    expect(parsed.contract?.id).toBe('J-BUY');
    expect(ruleOf(parsed)).toMatchObject({
      id: 'J-BUY',
      title: 'Buy',
      origin: 'journey',
      severity: 'error',
      scope: { globs: ['tests/e2e/buy.spec.ts'] },
      checks: [{ kind: 'forbidden-pattern' }, { kind: 'required-pattern', message: 'Buy' }, { message: 'Assert' }],
    });
  });

  it('each of several journeys has its own', () => {
    const hooks = (file: string): string => `test_hooks: { e2e_test_file: ${file}, required_patterns: [x] }`;
    const parsed = parse(
      'journeys:',
      `  - { id: J-1, ${hooks('a.ts')} }`,
      `  - { journey_meta: { id: J-2 }, ${hooks('b.ts')} }`,
      '  - { id: J-3 }',
    );
    expect(parsed.contract?.rules.map((rule) => [rule.id, rule.scope.globs])).toEqual([
      ['J-1', ['a.ts']],
      ['J-2', ['b.ts']],
    ]);
  });

  it('patterns for a test that is not named have no scope', () => {
    expect(codesOf(parse('journey_meta: { id: J-1 }', 'test_hooks: { required_patterns: [x] }'))).toEqual([
      'rule/missing-scope@2:13',
    ]);
  });
});

describe('bounds', () => {
  const huge = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n');
  const bomb = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
    huge(9, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`),
  ].join('\n');
  const chain = ['b0: &b0 [x]', huge(100, (i) => `b${i + 1}: &b${i + 1} [*b${i}]`)].join('\n');

  it.each([
    ['100,000 keys', huge(100_000, (i) => `k${i}: 1`), 'contract/too-big'],
    ['a megabyte of commas', `[${','.repeat(1_000_000)}]`, 'contract/too-big'],
    ['a megabyte of brackets', '['.repeat(1_000_000), 'contract/too-big'],
    ['a thousand brackets', '['.repeat(1000), 'contract/yaml-deep'],
    ['a thousand dashes', '- '.repeat(1000), 'contract/yaml-deep'],
    ['a thousand levels', huge(1000, (i) => `${' '.repeat(i)}a:`), 'contract/yaml-deep'],
    ['an alias bomb', bomb, 'contract/yaml-alias-bomb'],
    ['a long chain of aliases', chain, 'contract/yaml-deep'],
    ['tiny keys', huge(20_000, (i) => `k${i}: 1`), 'contract/unrecognised'],
  ])('%s', (_name, text, code) => {
    const { problems, contract } = parseContract('c.yml', text);
    expect(contract).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });

  it('prototypes stay as they are', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      for (const text of [`${key}: { a: 1 }`, `rules: { ${key}: { a: 1 } }`, `- { id: A, ${key}: 1 }`, `"${key}": 1`]) {
        expect(parseContract('c.yml', text).problems.map((problem) => problem.code)).toEqual([
          'contract/yaml-prototype',
        ]);
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('a byte order mark is no part of the first line', () => {
    expect(codesOf(parseContract('c.yml', '\uFEFFrules: x\n'))).toEqual(['contract/shape@1:8']);
  });

  it('a byte order mark and Windows line ends change no place', () => {
    const text = 'contract_meta: { id: c }\nrules: [ { id: A, scope: a, forbidden_patterns: [ ( ] } ]\n';
    const places = [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')].map((each) =>
      codesOf(parseContract('c.yml', each)),
    );
    expect(places).toEqual([['pattern/invalid@2:51'], ['pattern/invalid@2:51'], ['pattern/invalid@2:51']]);
  });
});

describe('any text at all', () => {
  const corpus = join(import.meta.dirname, '../fixtures/corpus');
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yml'));
  const texts = files.map((file) => readFileSync(join(corpus, file), 'utf8')).filter((text) => text.length < 5000);

  function isSound({ contract, problems, findings }: ParsedContract): boolean {
    const isPlaced = problems.every(
      (problem) => (problem.line ?? 0) >= 1 && (problem.column ?? 0) >= 1 && problem.message !== '',
    );
    return isPlaced && (contract !== null || problems.length + findings.length > 0);
  }

  it('is read, or refused with a place', () => {
    const dense = fc.string({ unit: fc.constantFrom(...'a: -[]{}\'"#&*!|>%@`\n\t?,/\\0~<') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), dense), (text) => isSound(parseContract('c.yml', text))),
      { numRuns: 3000 },
    );
  });

  it('also a real contract with a part cut out, doubled or replaced', () => {
    const change = fc.record({
      text: fc.constantFrom(...texts),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      by: fc.oneof(
        fc.constantFrom('', '\n', ': ', '[', "'", '"', '*', '!', '\t', ' - ', '{}', 'null', '&a ', '<<: '),
        fc.string({ maxLength: 5 }),
      ),
    });
    fc.assert(
      fc.property(change, ({ text, from, length, by }) => {
        const start = Math.floor(from * text.length);
        return isSound(parseContract('c.yml', text.slice(0, start) + by + text.slice(start + length)));
      }),
      { numRuns: 600 },
    );
  });
});

describe('a waiver that permits more than it says', () => {
  const waiver = (fields: string): string =>
    `contract_meta: { id: w }\nwaivers:\n  - { invariant_id: A, reason: r, owner: o, expires: 2030-01-01, ${fields} }\n`;

  it.each([
    ['file: src/a.ts', 'contract/unknown-key'],
    ["files: ['src\\a.ts']", 'scope/glob'],
    ["files: ['!src/a.ts']", 'scope/only-exclusions'],
    ['files: { a: b }', 'contract/shape'],
  ])('%s is refused', (fields, code) => {
    const { problems } = parseContract('w.yml', waiver(fields));
    expect(problems).toEqual([expect.objectContaining({ code, severity: 'invalid', line: 3 })]);
  });

  it('a key of the author is no mistake', () => {
    expect(parseContract('w.yml', waiver('risk_note: low')).problems).toEqual([]);
  });
});

it('a pattern without a message or a titled rule speaks for itself', () => {
  const text = `journey_meta: { id: J-1 }
test_hooks: { e2e_test_file: a.ts, required_patterns: ['/a/'], forbidden_patterns: ['/b/i'] }
`;
  const [rule] = parseContract('j.yml', text).contract?.rules ?? [];
  expect(rule?.checks.map(({ message }) => message)).toEqual(['Forbidden: /b/i', 'Required: /a/']);
});
