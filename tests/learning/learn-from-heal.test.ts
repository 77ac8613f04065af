import { describe, expect, it } from 'vitest';
import { learnFromHeal } from '../../src/learning/learn-from-heal.js';
import { withoutLimit } from '../../src/model/bounded.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { healProject } from '../heal/heal-project.js';

const rule = (autoFix: string): string => `
- id: OLD-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /oldCall\\(/
        message: m
        auto_fix: ${autoFix}
`;

async function learntFrom(autoFix: string, text: string): Promise<readonly FixPattern[]> {
  const files = { 'src/a.ts': text };
  const healed = await healProject({ rules: rule(autoFix), files });
  expect(healed.disk['src/a.ts']).not.toBe(text);
  const lessons = await learnFromHeal(healed, [], () => text, '2026-01-01', withoutLimit);
  return lessons.learnt;
}

describe('a template that held becomes a pattern', () => {
  it.each<[string, string, string, Partial<FixPattern>]>([
    ['a removal', '{ strategy: remove }', 'export const a = 1;\noldCall(a);\n', { strategy: 'remove' }],
    [
      'a replacement with an import',
      '{ strategy: replace, wrap_pattern: "newCall(", target: match, import_line: "import { newCall } from \'calls\'" }',
      'export const a = oldCall(1);\n',
      { replacementTemplate: 'newCall(', importLine: "import { newCall } from 'calls'", target: 'match' },
    ],
  ])('%s', async (_, autoFix, text, shape) => {
    const learnt = await learntFrom(autoFix, text);
    expect(learnt).toMatchObject([{ ...shape, hundredths: 50, provenance: 'learnt', accepted: false }]);
    // Without the template, the pattern does the same.
    const patterns = learnt.map((each) => ({ ...each, accepted: true }));
    const hint = rule('{ strategy: replace, hint: h }');
    const [first, second] = [
      await healProject({ rules: rule(autoFix), files: { 'src/a.ts': text } }),
      await healProject({ rules: hint, files: { 'src/a.ts': text }, patterns }),
    ];
    expect(second.disk).toEqual(first.disk);
  });

  it('is a line of evidence from its first fix on, and for the pattern once that is known', async () => {
    const text = 'export const a = 1;\noldCall(a);\noldCall(a);\n';
    const healed = await healProject({ rules: rule('{ strategy: remove }'), files: { 'src/a.ts': text } });
    const learn = (known: readonly FixPattern[]) =>
      learnFromHeal(healed, known, () => text, '2026-01-01', withoutLimit);
    const first = await learn([]);
    const line = { source: 'auto_fix', ruleId: 'OLD-1', file: 'src/a.ts', gate: null, patternId: 'learnt-old-1-1' };
    const lines = (outcome: string) => ['3:1', '2:1'].map((at) => ({ ...line, outcome, at: [at] }));
    expect(healed.evidence).toEqual(lines('applied').map((each) => ({ ...each, patternId: null })));
    expect(first.evidence).toEqual(lines('applied'));
    expect((await learn(first.learnt)).evidence).toEqual(lines('success'));
    const retired = first.learnt.map((each) => ({ ...each, retired: true }));
    expect((await learn(retired)).evidence).toEqual(lines('applied'));
  });

  it.each([
    ['which its author marked unsafe', '{ strategy: remove, safety: unsafe }'],
    ['which no pattern can say', '{ strategy: replace, find: oldCall, replace: newCall }'],
  ])('but not one %s', async (_, autoFix) => {
    const files = { 'src/a.ts': 'declare const newCall: (n: number) => void;\nexport const a = 1;\noldCall(a);\n' };
    const healed = await healProject({ rules: rule(autoFix), files });
    expect((await learnFromHeal(healed, [], () => files['src/a.ts'], '2026-01-01', withoutLimit)).learnt).toEqual([]);
  });
});
