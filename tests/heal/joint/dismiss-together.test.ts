import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkText } from '../../../src/engine/check-text.js';
import { makePattern } from '../../pattern-store/make-pattern.js';
import { CALL_RULE } from '../calls.js';
import { healProject } from '../heal-project.js';
import { healOneByOne, violationKey } from '../one-by-one.js';
import { rulesOf } from '../rules-of.js';

vi.mock(import('../../../src/engine/check-text.js'), async (load) => {
  const actual = await load();
  return { ...actual, checkText: vi.fn(actual.checkText) };
});

const rule = (id: string, pattern: string, autoFix?: string): string => `
- id: ${id}
  title: ${id}
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /${pattern}/
        message: No ${id}
${autoFix === undefined ? '' : `        auto_fix: ${autoFix}\n`}`;

/** Fixes that hold, that leave their own pattern, and that break another rule, some of them with more lines or fewer. */
const RULES = [
  CALL_RULE,
  rule('KEEP', 'keep\\w*\\(', '{ strategy: replace, find: keep, replace: keeper }'),
  rule('SAME', 'same\\(1', '{ strategy: replace, find: same, replace: same }'),
  rule('BAD', '\\bbad\\(', '{ strategy: replace, find: "bad(", replace: "worse(" }'),
  rule('WORSE', '\\bworse\\('),
  rule('LONG', '\\blong\\(', '{ strategy: replace, find: "long(", replace: "worse(\\n  " }'),
  rule(
    'WIDE',
    '\\bwide\\([^;]*\\n[^;]*;',
    '{ strategy: replace, find: "/wide\\\\(\\\\s*(\\\\w*)\\\\s*\\\\)/", replace: "worse($1)" }',
  ),
  rule('BOTH', '\\bboth\\(', '{ strategy: replace, find: "both(", replace: "worse(worse(), " }'),
].join('');

const LINES = [
  'alpha(1);',
  'keep(2);',
  'same(1);',
  'bad(3);',
  'bad(bad(4));',
  'bad(5); bad(6);',
  'long(8);',
  'wide(\n  x\n);',
  'both(9);',
  'worse(10);',
  'function f() { bad(11); }',
  'run(x);',
  '',
];
const NAMES = 'alpha, bravo, keep, keeper, same, bad, worse, long, wide, both, run, x';
/** Every name is used, so that no fix leaves an import behind. */
const HEAD = `import { ${NAMES} } from './f.js';\nexport const all = [${NAMES}];\n`;

describe('fixes that are refused together', () => {
  it('end as each of them does by itself', async () => {
    const rules = rulesOf(RULES);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 14 }), async (lines) => {
        const text = `${HEAD}${lines.join('\n')}\n`;
        const healed = await healProject({ rules: RULES, files: { 'src/a.ts': text } });
        const after = healed.disk['src/a.ts'];
        const alone = await healOneByOne(text, rules);
        expect(after).toBe(alone.text);
        const refused = healed.outcomes.filter(({ status, attempts }) => status !== 'healed' && attempts.length > 0);
        for (const { violation, attempts } of refused) {
          expect(attempts, `${violation.rule.id} in ${text}`).toEqual(alone.attempts.get(violationKey(violation)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are tried by themselves where something else is left to be tried', async () => {
    const pattern = makePattern({
      id: 'p',
      ruleId: 'CALL-1',
      match: String.raw`\balpha\(`,
      replacementTemplate: 'worse(',
      hundredths: 80,
      lastUsed: '2026-01-10',
    });
    const files = { 'src/a.ts': `${HEAD}alpha(1);\nx();\nalpha(2);\n` };
    const healed = await healProject({ rules: RULES, files, patterns: [pattern] });
    expect(healed.outcomes.map(({ attempts }) => attempts.map(({ source, gate }) => [source, gate]))).toEqual(
      Array.from({ length: 2 }, () => [
        ['pattern:p', 'no-new-violation'],
        ['auto_fix', null],
      ]),
    );
    expect(healed.disk['src/a.ts']).toBe(`${HEAD}bravo(1);\nx();\nbravo(2);\n`);
  });

  it('are looked at in a few texts, however many they are', async () => {
    const looksFor = async (count: number): Promise<number> => {
      vi.mocked(checkText).mockClear();
      const lines = Array.from({ length: count }, (_, at) => `bad(${at});\nlong(${at});\nkeep(${at});\n`);
      const healed = await healProject({ rules: RULES, files: { 'src/a.ts': `${HEAD}${lines.join('')}` } });
      const gates = healed.outcomes.map(({ attempts }) => attempts[0]?.gate);
      expect(gates.filter((gate) => gate === 'no-new-violation')).toHaveLength(2 * count);
      expect(gates.filter((gate) => gate === 'still-fixed')).toHaveLength(count);
      return vi.mocked(checkText).mock.calls.length;
    };
    expect(await looksFor(30)).toBe(await looksFor(2));
  });
});
