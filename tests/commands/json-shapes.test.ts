import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

const CONTRACT = `
contract_meta: { id: x, version: 1, owner: '@ana' }
rules:
  non_negotiable:
    - id: X-1
      title: No x
      scope: ["src/**", "!src/old/**"]
      behavior:
        forbidden_patterns:
          - pattern: /\\bbad\\(\\)/
            message: No bad
            auto_fix: { strategy: replace, find: "bad", replace: "good", hint: be good, when: ["operands: primitive"] }
        required_patterns: [{ pattern: /good/, message: Some good }]
        forbidden_domains: [evil.example]
      example_violation: bad()
      example_compliant: bad() and more
    - id: X-2
      title: Nothing to show
      scope: ["src/**"]
      behavior: { forbidden_patterns: [{ pattern: /worse/, message: Worse }] }
  soft:
    - { id: X-3, title: Be nice, suggestion: smile, llm_may_bend_if: [tired] }
waivers:
  - { rule_id: X-1, reason: old, owner: '@ana', expires: 2999-01-01, files: ["src/b/**"] }
`;
const STORE = JSON.stringify({
  version: 1,
  patterns: [
    {
      id: 'fix-x-1',
      rule_id: 'X-1',
      description: 'Say good',
      match: 'bad\\(\\)',
      replacement_template: 'good()',
      confidence: 0.75,
      tier: 'gold',
      applied_count: 0,
      success_count: 0,
      failure_count: 0,
      last_used: null,
      created: '2026-01-01',
    },
  ],
});
const PROJECT = { 'contracts/x.yml': CONTRACT, 'src/a.ts': 'good();\n', '.specflow/fix-patterns.json': STORE };

async function asked(argv: readonly string[], root = makeFolder(PROJECT)) {
  const { code, out } = await runIn(root, [...argv, '--json']);
  return { code, told: JSON.parse(out) };
}

const RULE = { ruleId: 'X-1', contract: 'x', contractFile: 'contracts/x.yml', line: 5 };

describe('the JSON of', () => {
  it('explain holds all there is to know about a rule, and of all rules without one', async () => {
    const { code, told } = await asked(['explain', 'X-1']);
    expect(code).toBe(0);
    expect(told).toEqual({
      schemaVersion: 1,
      rules: [
        {
          ...RULE,
          title: 'No x',
          severity: 'error',
          owner: '@ana',
          scope: ['src/**', '!src/old/**'],
          checks: [
            {
              kind: 'forbidden',
              pattern: '/\\bbad\\(\\)/',
              match: 'text',
              require: null,
              hosts: null,
              message: 'No bad',
              autoFix: {
                strategy: 'replace',
                does: 'replace /bad/ by good',
                hint: 'be good',
                safety: 'safe',
                when: ['operands: primitive'],
              },
            },
            expect.objectContaining({
              kind: 'required',
              pattern: '/good/',
              require: 'any',
              match: null,
              autoFix: null,
            }),
            expect.objectContaining({ kind: 'domain', hosts: { policy: 'forbid', names: ['evil.example'] } }),
          ],
          exampleViolations: ['bad()'],
          exampleCompliant: ['bad() and more'],
          fixes: [{ id: 'fix-x-1', description: 'Say good', confidence: 0.75, standing: expect.any(String) }],
          waivers: [{ reason: 'old', owner: '@ana', expires: '2999-01-01', files: ['src/b/**'] }],
        },
      ],
      advice: [],
    });
    const all = (await asked(['explain'])).told;
    expect(all.rules.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['X-1', 'X-2']);
    expect(all.rules[0]).toEqual(told.rules[0]);
    const advice = { title: 'Be nice', suggestion: 'smile', mayBendIf: ['tired'] };
    expect(all.advice).toEqual([{ ...RULE, ...advice, ruleId: 'X-3', line: expect.any(Number) }]);
    expect((await asked(['explain', 'X-3'])).told).toEqual({ schemaVersion: 1, rules: [], advice: all.advice });
  });

  it('test holds a verdict for each rule', async () => {
    const { code, told } = await asked(['test']);
    expect(code).toBe(1);
    expect(told).toEqual({
      schemaVersion: 1,
      summary: { rules: 2, examples: 2, passed: 0, failed: 1, withoutExamples: 1 },
      rules: [
        {
          ...RULE,
          status: 'failed',
          examples: 2,
          failures: [
            {
              kind: 'hit',
              reason: expect.stringContaining('meant to comply'),
              file: 'contracts/x.yml',
              line: expect.any(Number),
              example: 'bad() and more',
            },
          ],
          caughtAlone: [],
          unmended: expect.any(Array),
        },
        expect.objectContaining({ ruleId: 'X-2', status: 'no-examples', examples: 0, failures: [], unmended: [] }),
      ],
      problems: [],
    });
    expect((await asked(['test', '--quiet'])).told.rules).toHaveLength(1);
  });

  it('validate holds what check --format json says of problems and findings', async () => {
    const sound = { contracts: 1, files: 1, rules: 2, patterns: 1, problems: 0, findings: 0 };
    expect(await asked(['validate'])).toEqual({
      code: 0,
      told: { schemaVersion: 1, summary: sound, problems: [], findings: [] },
    });
    const root = makeFolder({ ...PROJECT, 'contracts/y.yml': 'rules: [' });
    const { code, told } = await asked(['validate'], root);
    expect([code, told.summary.problems]).toEqual([2, 1]);
    expect(told.problems).toEqual((await asked(['check'], root)).told.problems);
  });

  it('patterns list and show holds what patterns stats says of a pattern, and what it does', async () => {
    const listed = (await asked(['patterns', 'list'])).told;
    const { pattern } = (await asked(['patterns', 'show', 'fix-x-1'])).told;
    const [stats] = (await asked(['patterns', 'stats'])).told.patterns;
    const what = {
      description: 'Say good',
      match: 'bad\\(\\)',
      replacement: 'good()',
      created: '2026-01-01',
      provenance: 'written',
    };
    expect(listed).toMatchObject({
      schemaVersion: 1,
      waiting: 0,
      patterns: [{ id: 'fix-x-1', tier: 'gold', ...what }],
    });
    expect(pattern).toEqual({ ...listed.patterns[0], ...stats, standing: expect.any(String) });
  });

  it('findings add is about rules and files that are there', async () => {
    const root = makeFolder(PROJECT);
    const add = (...more: readonly string[]) => runIn(root, ['findings', 'add', 'odd', ...more]);
    const near = expect.stringMatching(/usage\/unknown-rule[\s\S]*Did you mean X-1/);
    expect(await add('--rule', 'X-11')).toMatchObject({ code: 2, err: near });
    expect(await add('--file', 'src/b.ts')).toMatchObject({
      code: 2,
      err: expect.stringContaining('usage/path-not-found'),
    });
    expect(await add('--rule', 'HOUSE-001')).toMatchObject({ code: 0 });
    expect(await add('--rule', 'X-3')).toMatchObject({ code: 0 });
  });

  it('findings show holds the entry of findings list', async () => {
    const root = makeFolder(PROJECT);
    await runIn(root, ['findings', 'add', 'odd', '--rule', 'X-1', '--file', 'src/a.ts', '--line', '1']);
    const [entry] = (await asked(['findings', 'list'], root)).told.findings;
    const shown = await asked(['findings', 'show', entry.id.slice(0, 6)], root);
    expect(shown).toEqual({ code: 0, told: { schemaVersion: 1, finding: entry } });
  });
});
