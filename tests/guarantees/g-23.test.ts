import { expect } from 'vitest';
import { guarantee } from './harness/guarantee.js';
import { bytesOf, contractOf, healFiles, patternOf, storeOf, type WrittenRule } from './harness/heal-in.js';

interface Cheat {
  readonly id: string;
  readonly file: string;
  readonly text: string;
  readonly rule: Omit<WrittenRule, 'id' | 'scope'>;
  /** What has to be given as the outcome; null where heal does not even try. */
  readonly outcome: 'gamed' | null;
}

const EVAL = '/\\beval\\(/';
const forbid = (forbidden: string, find: string, replace: string): Cheat['rule'] => ({
  forbidden,
  fix: { strategy: 'replace', find, replace },
});
const insert = (required: string, text: string): Cheat['rule'] => ({
  required,
  fix: { strategy: 'insert', anchor: 'top', text },
});

/** Each satisfies its rule, and none does what the rule asks for. */
const CHEATS: readonly Cheat[] = [
  {
    id: 'OURS',
    file: 'src/ours.py',
    text: 'eval(x)\n',
    rule: forbid(EVAL, 'eval(x)', 'run(x)  # specflow-ignore-line OURS -- so'),
    outcome: 'gamed',
  },
  {
    id: 'NOQA',
    file: 'src/noqa.py',
    text: 'eval(x)\n',
    rule: forbid(EVAL, 'eval(x)', 'run(x)  # noqa'),
    outcome: 'gamed',
  },
  {
    id: 'ESLINT',
    file: 'src/eslint.vue',
    text: 'eval(x)\n',
    rule: forbid(EVAL, 'eval(x)', '// eslint-disable-next-line\nrun(x)'),
    outcome: 'gamed',
  },
  {
    id: 'COMMENT',
    file: 'src/comment.py',
    text: 'eval(x)\n',
    rule: forbid('/^eval\\(/m', 'eval(x)', '# eval(x)'),
    outcome: 'gamed',
  },
  {
    id: 'ESCAPE',
    file: 'src/escape.py',
    text: 'eval(x)\n',
    rule: forbid(EVAL, 'eval(x)', '\\u0065val(x)'),
    outcome: 'gamed',
  },
  {
    id: 'LOOKALIKE',
    file: 'src/lookalike.py',
    text: 'eval(x)\n',
    rule: forbid(EVAL, 'eval(x)', '\u0435val(x)'),
    outcome: 'gamed',
  },
  {
    id: 'ZEROWIDTH',
    file: 'src/zerowidth.py',
    text: 'eval(x)\n',
    rule: forbid(EVAL, 'eval(x)', 'ev\u200bal(x)'),
    outcome: 'gamed',
  },
  {
    id: 'SPLIT',
    file: 'src/split.py',
    text: 'key = "secret"\n',
    rule: forbid('/"secret"/', '"secret"', '"sec" + "ret"'),
    outcome: 'gamed',
  },
  {
    id: 'VAIN',
    file: 'src/vain.ts',
    text: 'run()\n',
    rule: insert('/authorize\\(/', '// authorize()'),
    outcome: 'gamed',
  },
  {
    id: 'DEAD',
    file: 'src/dead.ts',
    text: "import { authorize } from './authorize'\nexport { authorize as other }\nrun()\n",
    rule: insert('/authorize\\(/', 'if (false) { authorize() }'),
    outcome: 'gamed',
  },
  {
    id: 'EMPTY',
    file: 'src/empty.ts',
    text: 'export function f() {\n  console.log(1)\n}\n',
    rule: { forbidden: '/console\\.log/', fix: { strategy: 'remove' } },
    outcome: null,
  },
  { id: 'TEST', file: 'src/a.test.py', text: 'eval(x)\n', rule: forbid(EVAL, 'eval(x)', 'run(x)'), outcome: null },
  { id: 'TESTS', file: 'tests/a.py', text: 'eval(x)\n', rule: forbid(EVAL, 'eval(x)', 'run(x)'), outcome: null },
  {
    id: 'SNAP',
    file: 'src/__snapshots__/a.snap',
    text: 'eval(x)\n',
    rule: forbid(EVAL, 'eval(x)', 'run(x)'),
    outcome: null,
  },
  {
    id: 'LOCK',
    file: 'package-lock.json',
    text: '{"a": "eval("}\n',
    rule: forbid(EVAL, 'eval(', 'run('),
    outcome: null,
  },
];

const OWN_STATE = {
  '.specflow/config.json': '{ "heal_loop": { "max_iterations": 3 } }\n',
  '.specflow/fix-patterns.json': storeOf(
    patternOf({ rule_id: 'EVERYWHERE', match: 'eval', replacement_template: 'run' }),
  ),
  '.specflow/notes.txt': 'eval(x)\n',
};

guarantee({
  id: 'G-23',
  async holds(subject) {
    const contract = contractOf([
      ...CHEATS.map(({ id, file, rule }) => ({ id, scope: [file], ...rule })),
      // Its scope takes in the contracts, the store and the configuration.
      { id: 'EVERYWHERE', scope: ['contracts/**', '.specflow/**'], ...forbid('/eval/', 'eval', 'run') },
    ]);
    const { code, report, read } = await healFiles(subject, {
      'contracts/plain.yml': contract,
      ...OWN_STATE,
      ...Object.fromEntries(CHEATS.map(({ file, text }) => [file, text])),
    });
    for (const { id, file, text, outcome } of CHEATS) {
      expect(read(file), id).toBe(bytesOf(text));
      const entry = report.results.find(({ ruleId }) => ruleId === id);
      expect(entry?.status, id).toBe('escalated');
      if (outcome !== null)
        expect(
          entry?.attempts.map((attempt) => attempt.outcome),
          id,
        ).toEqual([outcome]);
      expect(entry?.reason, id).toMatch(/\S/);
    }
    expect(read('contracts/plain.yml')).toBe(bytesOf(contract));
    for (const [file, text] of Object.entries(OWN_STATE)) expect(read(file), file).toBe(bytesOf(text));
    expect(report.summary.filesChanged).toBe(0);
    expect(code).toBe(1);
  },
  bug: { file: 'src/heal/gates/not-gamed.ts', find: 'trick === null ? null :', replace: 'trick !== null ? null :' },
});
