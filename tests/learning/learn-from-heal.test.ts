import { describe, expect, it } from 'vitest';
import { learnFromHeal } from '../../src/learning/learn-from-heal.js';
import { withoutLimit } from '../../src/model/bounded.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { parseStore } from '../../src/pattern-store/format/parse-store.js';
import { printStore } from '../../src/pattern-store/format/print-store.js';
import { EMPTY_STORE, withPatterns } from '../../src/pattern-store/store.js';
import { healProject } from '../heal/heal-project.js';

const ruleOf = (autoFix: string, pattern = '/oldCall\\(/'): string => `
- id: OLD-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: ${pattern}
        message: m
        auto_fix: ${autoFix}
`;

const rule = (autoFix: string): string => ruleOf(autoFix);

async function learntFrom(rules: string, text: string): Promise<readonly FixPattern[]> {
  const files = { 'src/a.ts': text };
  const healed = await healProject({ rules, files });
  expect(healed.disk['src/a.ts']).not.toBe(text);
  const lessons = await learnFromHeal(healed, [], () => text, '2026-01-01', withoutLimit);
  return lessons.learnt;
}

describe('a template that held becomes a pattern', () => {
  it.each<[string, string, string, object, string?]>([
    ['a removal', '{ strategy: remove }', 'export const a = 1;\noldCall(a);\n', { strategy: 'remove' }],
    [
      'a replacement with an import',
      '{ strategy: replace, wrap_pattern: "newCall(", target: match, import_line: "import { newCall } from \'calls\'" }',
      'export const a = oldCall(1);\n',
      { replacementTemplate: 'newCall(', importLine: "import { newCall } from 'calls'", target: 'match' },
    ],
    [
      'what is found and replaced',
      "{ strategy: replace, find: '/old(\\w+)\\(/', replace: 'new$1(' }",
      'declare const newCall: (n: number) => number;\nexport const a = oldCall(1);\n',
      { find: expect.objectContaining({ written: '/old(\\w+)\\(/' }), replacementTemplate: 'new$1(' },
    ],
    [
      'plain text that is found and replaced',
      "{ strategy: replace, find: 'oldCall(', replace: 'newCall(' }",
      'declare const newCall: (n: number) => number;\nexport const a = oldCall(1);\n',
      { replacementTemplate: 'newCall(' },
    ],
    [
      'what is put around it',
      "{ strategy: wrap, wrap_pattern: 'checked(${MATCH})' }",
      'declare const checked: (n: number) => number;\nexport const a = oldCall(1);\n',
      { strategy: 'wrap', replacementTemplate: 'checked(${MATCH})' },
      '/(?<!checked\\()oldCall\\(/',
    ],
    [
      'the value that belongs to it',
      "{ strategy: replace, wrap_pattern: 'f(${VALUE})', target: value }",
      'declare const f: (n: unknown) => number;\nexport const a = { oldCall: "x" };\n',
      { target: 'value', replacementTemplate: 'f(${VALUE})' },
      '/oldCall:(?! f)/',
    ],
    [
      'a group',
      "{ strategy: replace, wrap_pattern: 'newCall', target: callee }",
      'declare const newCall: (n: number) => number;\nexport const a = oldCall(1);\n',
      { target: 'callee', replacementTemplate: 'newCall' },
      '/(?<callee>oldCall)\\(/',
    ],
  ])('%s', async (_, autoFix, text, shape, pattern = undefined) => {
    const rule = (said: string) => ruleOf(said, pattern);
    const learnt = await learntFrom(rule(autoFix), text);
    expect(learnt).toMatchObject([{ ...shape, hundredths: 50, provenance: 'learnt', accepted: false }]);
    // Without the template, the same pattern of a person does the same.
    const patterns = learnt.map((each): FixPattern => ({ ...each, provenance: 'written' }));
    const hint = rule('{ strategy: replace, hint: h }');
    const [first, second] = [
      await healProject({ rules: rule(autoFix), files: { 'src/a.ts': text } }),
      await healProject({ rules: hint, files: { 'src/a.ts': text }, patterns }),
    ];
    expect(second.disk).toEqual(first.disk);
    expect(first.disk['src/a.ts']).not.toBe(text);
    // The store says all of it.
    const printed = printStore(withPatterns(EMPTY_STORE, learnt));
    const again = parseStore('s', printed);
    expect([again.problems, again.findings]).toEqual([[], []]);
    expect(again.store?.patterns).toEqual(learnt);
    expect(printed).toBe(printStore(again.store ?? EMPTY_STORE));
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

  it('counts for no pattern where the contract says something else by now', async () => {
    const text = 'declare const newCall: (n: number) => number;\nexport const a = oldCall(1);\n';
    const known = await learntFrom(rule("{ strategy: replace, find: 'oldCall(', replace: 'newCall(' }"), text);
    const healed = await healProject({
      rules: rule("{ strategy: replace, find: 'oldCall(', replace: 'newCall( ' }"),
      files: { 'src/a.ts': text },
    });
    const lessons = await learnFromHeal(healed, known, () => text, '2026-01-01', withoutLimit);
    expect(lessons.learnt).toEqual([]);
    expect(lessons.evidence).toMatchObject([{ outcome: 'applied', patternId: null, source: 'auto_fix' }]);
  });

  it.each([['which its author marked unsafe', '{ strategy: remove, safety: unsafe }']])(
    'but not one %s',
    async (_, autoFix) => {
      const files = { 'src/a.ts': 'declare const newCall: (n: number) => void;\nexport const a = 1;\noldCall(a);\n' };
      const healed = await healProject({ rules: rule(autoFix), files });
      expect((await learnFromHeal(healed, [], () => files['src/a.ts'], '2026-01-01', withoutLimit)).learnt).toEqual([]);
    },
  );
});
