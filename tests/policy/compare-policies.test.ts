import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.js';
import { parseContract } from '../../src/contract/parse-contract.js';
import { readSuppressions } from '../../src/exemptions/read-suppressions.js';
import { compileScope } from '../../src/globs/compile-scope.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { comparePolicies } from '../../src/policy/compare-policies.js';
import type { Policy } from '../../src/policy/policy.js';
import { makePattern } from '../pattern-store/make-pattern.js';

const FILES = ['src/a.ts', 'src/b.ts', 'src/b.test.ts', 'lib/c.ts'];
const NAMES = { config: 'config', baseline: 'baseline', patterns: 'store' };
const FIX =
  'auto_fix: { strategy: replace, wrap_pattern: "safe(${VALUE})", safety: unsafe, when: ["value: string-literal"] }';

const CONTRACT = `contract_meta: { id: c, version: 1 }
rules:
  non_negotiable:
    - id: A-1
      title: First
      scope: ["src/**", "!**/*.test.ts"]
      behavior:
        forbidden_patterns:
          - pattern: /evil/
            message: m
            ${FIX}
        required_patterns:
          - pattern: /licence/
            message: m
            require: every
    - id: A-2
      title: Second
      scope: ["src/**"]
      behavior:
        forbidden_domains: [a.example, b.example]
    - id: A-3
      title: Third
      scope: ["src/**"]
      behavior:
        allowed_domains: [c.example]
waivers:
  - { invariant_id: A-1, reason: r, owner: o, expires: 2026-02-01, files: [src/a.ts] }
`;

interface Parts {
  readonly contract?: string;
  readonly config?: unknown;
  readonly entries?: Policy['baseline']['entries'];
  readonly patterns?: readonly FixPattern[];
  readonly code?: string;
}

function policy({ contract = CONTRACT, config = {}, entries = [], patterns = [], code = '' }: Parts): Policy {
  const parsed = parseContract('contracts/c.yml', contract);
  expect(parsed.problems).toEqual([]);
  return {
    config: parseConfig(JSON.stringify(config)),
    contracts: parsed.contract ? [parsed.contract] : [],
    baseline: { entries },
    patterns,
    suppressions: readSuppressions('src/a.ts', code).suppressions,
  };
}

const compare = (before: Parts, after: Parts) =>
  comparePolicies(policy(before), policy(after), NAMES, FILES, (globs) => compileScope(globs).select(FILES));
const codes = (before: Parts, after: Parts) => compare(before, after).map(({ code }) => code.replace('policy/', ''));
/** The contract with a text of it replaced, which must be there. */
const edit = (from: string, to: string, contract = CONTRACT): Parts => {
  if (!contract.includes(from)) throw new Error(`no ${from}`);
  return { contract: contract.replace(from, to) };
};

describe('comparePolicies: contracts', () => {
  it('a rule that is gone', () => {
    const [found] = compare({}, edit(/ {4}- id: A-2[\s\S]*?b\.example]\n/.exec(CONTRACT)?.[0] ?? '?', ''));
    expect(found).toMatchObject({ code: 'policy/rule-removed', ruleId: 'A-2', file: 'contracts/c.yml' });
  });

  it.each([
    ['severity lowered', edit('title: First', 'title: First\n      severity: warning'), ['severity-lowered']],
    ['scope narrowed', edit('["src/**", "!**/*.test.ts"]', '["src/a.ts"]'), ['scope-narrowed']],
    ['scope narrowed for later', edit('"!**/*.test.ts"]', '"!**/*.test.ts", "!src/later/**"]'), ['scope-narrowed']],
    ['a pattern changed', edit('/evil/', '/evill/'), ['check-removed']],
    [
      'a pattern in code only',
      edit('message: m\n            auto', 'message: m\n            match: code\n            auto'),
      ['check-removed'],
    ],
    ['required in some file only', edit('require: every', 'require: any'), ['check-removed']],
    ['a host no longer forbidden', edit('[a.example, b.example]', '[a.example]'), ['check-removed']],
    ['a host newly allowed', edit('[c.example]', '[c.example, d.example]'), ['host-allowed']],
    ['a fix declared safe', edit('safety: unsafe', 'safety: safe'), ['fix-trusted']],
    ['a fix without its condition', edit(', when: ["value: string-literal"]', ''), ['fix-trusted']],
    ['a waiver that holds longer', edit('2026-02-01', '2027-02-01'), ['waiver-extended']],
    ['a waiver of more files', edit('files: [src/a.ts]', 'files: [src/a.ts, src/b.ts]'), ['waiver-added']],
    ['a waiver of everything', edit(', files: [src/a.ts]', ''), ['waiver-added']],
    ['a waiver of another rule', edit('invariant_id: A-1', 'invariant_id: A-2'), ['waiver-added']],
  ])('%s', (_, after, expected) => expect(codes({}, after)).toEqual(expected));

  it.each([
    ['nothing', {}],
    ['a title', edit('title: First', 'title: Erste')],
    ['a message', edit('message: m\n            auto', 'message: other\n            auto')],
    ['a wider scope', edit('"!**/*.test.ts"]', '"!**/*.test.ts", "lib/**"]')],
    ['one more pattern', edit('- pattern: /evil/', '- { pattern: /worse/, message: m }\n          - pattern: /evil/')],
    ['one more forbidden host', edit('[a.example, b.example]', '[b.example, a.example, x.example]')],
    ['a waiver that ends sooner', edit('2026-02-01', '2026-01-01')],
    ['a fix under one more condition', edit('"value: string-literal"', '"value: string-literal", "argument: pure"')],
  ])('%s is no weakening', (_, after) => expect(codes({}, after)).toEqual([]));

  it('a waiver completed counts as added: before, it permitted nothing', () => {
    expect(codes(edit('owner: o, ', ''), {})).toEqual(['waiver-extended']);
  });
});

describe('comparePolicies: configuration', () => {
  const heal = (heal_loop: unknown): Parts => ({ config: { heal_loop } });
  it.each([
    ['a file excluded', { config: { exclude: ['lib/**'] } }, ['exclude-widened']],
    ['nothing excluded yet', { config: { exclude: ['later/**'] } }, ['exclude-widened']],
    ['contracts looked for elsewhere', { config: { contracts: ['other/**'] } }, ['contracts-moved']],
    ['suppressions allowed', { config: { suppressions: { allow_non_negotiable: true } } }, ['suppressions-allowed']],
    ['lower confidence', heal({ min_confidence_for_auto_apply: 0.2 }), ['confidence-lowered']],
    ['a command', heal({ verify: [['sh', '-c', 'x']] }), ['command-added']],
    ['the whole project for the agent', heal({ agent_mode: 'worktree' }), ['agent-sees-project']],
    ['an agent', heal({ agent: ['claude', '-p'] }), ['command-added']],
    ['types no longer checked', heal({ verify_types: 'off' }), ['types-unchecked']],
  ])('%s', (_, after, expected) => expect(codes({}, after)).toEqual(expected));

  it.each([
    ['a command gone', heal({ verify: [['npm', 'test']] }), {}, ['verify-removed']],
    ['a protection gone', heal({ protect: ['gen/**'] }), {}, ['protection-removed']],
    [
      'an exception of an exclusion gone',
      { config: { exclude: ['src/**', '!src/a.ts'] } },
      { config: { exclude: ['src/**'] } },
      ['exclude-widened'],
    ],
    ['healing switched on', heal({ auto_fix_enabled: false }), {}, ['healing-enabled']],
    ['another command', heal({ verify: [['a']] }), heal({ verify: [['b']] }), ['command-added', 'verify-removed']],
    ['fewer exclusions', { config: { exclude: ['lib/**'] } }, {}, []],
    ['more confidence', heal({ min_confidence_for_auto_apply: 0.2 }), {}, []],
  ])('%s', (_, before, after, expected) => expect(codes(before, after)).toEqual(expected));
});

describe('comparePolicies: baseline, store and comments', () => {
  const entry = (ruleId: string, count: number, anchor = 'x') => ({
    ruleId,
    file: 'src/a.ts',
    anchors: [anchor],
    count,
  });

  it.each([
    ['a grown baseline', [entry('A-1', 1)], [entry('A-1', 2)], ['baseline-grown']],
    ['a new entry', [], [entry('A-1', 1)], ['baseline-grown']],
    ['the same ones at other places', [entry('A-1', 2)], [entry('A-1', 1, 'y'), entry('A-1', 1, 'z')], []],
    ['a shrunk one', [entry('A-1', 2)], [entry('A-1', 1)], []],
  ])('%s', (_, before, after, expected) => expect(codes({ entries: before }, { entries: after })).toEqual(expected));

  const store = (changes: Partial<FixPattern>): Parts => ({ patterns: [makePattern(changes)] });
  it.each([
    ['a raised confidence', { hundredths: 50 }, { hundredths: 51 }, ['confidence-raised']],
    ['a lowered one', { hundredths: 50 }, { hundredths: 49 }, []],
    ['another replacement', {}, { replacementTemplate: 'x' }, ['fix-pattern-changed']],
    ['another match', {}, { match: 'x' }, ['fix-pattern-changed']],
    [
      'another text to find',
      { find: { written: 'a', regex: /a/g } },
      { find: { written: 'b', regex: /b/g } },
      ['fix-pattern-changed'],
    ],
    ['a condition dropped', { when: ['outside-try'] }, {}, ['fix-pattern-changed']],
    ['acceptance', { provenance: 'learnt' }, { provenance: 'learnt', accepted: true }, ['fix-pattern-trusted']],
    ['written, not learnt', { provenance: 'learnt' }, { provenance: 'written' }, ['fix-pattern-trusted']],
    ['back from retirement', { retired: true }, {}, ['fix-pattern-added']],
    ['retirement', {}, { retired: true }, []],
  ] as const)('%s', (_, before, after, expected) => expect(codes(store(before), store(after))).toEqual(expected));

  it('a new fix pattern', () => expect(codes({}, store({}))).toEqual(['fix-pattern-added']));

  it('a new comment that excuses, wherever it stands; not one that moved', () => {
    const one = '// specflow-ignore-next-line A-1 -- because\nx\n';
    expect(compare({}, { code: one })).toMatchObject([
      { code: 'policy/suppression-added', ruleId: 'A-1', file: 'src/a.ts', line: 1 },
    ]);
    expect(codes({ code: one }, { code: `\n\n${one}` })).toEqual([]);
    expect(codes({ code: one }, { code: one + one })).toEqual(['suppression-added']);
    expect(codes({ code: one }, { code: one.replace('A-1', 'A-1, A-2') })).toEqual(['suppression-added']);
  });
});
