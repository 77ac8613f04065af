import { describe, expect, it } from 'vitest';
import { type FixExample, fixExamples } from '../../src/learning/fix-example.js';
import { type Lesson, learnPatterns } from '../../src/learning/learn-patterns.js';
import { type Within, withoutLimit } from '../../src/model/bounded.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { healProject } from '../heal/heal-project.js';
import { rulesOf } from '../heal/rules-of.js';

const PARSE_INT = `
- id: NUM-1
  title: parseInt without a radix
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /\\bparseInt\\((?![^()]*,)/
        message: Name the radix
`;
const PATH = 'src/a.ts';
const rules = rulesOf(PARSE_INT);

const file = (body: string): string =>
  `declare const width: string, box: { size: string; depth: string };\nexport const n = 1;\n${body}`;

function examplesOf(pairs: readonly (readonly [string, string])[], of = rules): readonly FixExample[] {
  const [rule] = of;
  if (!rule) throw new Error('one rule');
  return pairs.flatMap(([before, after], at) => {
    const seen = fixExamples(rule, PATH, file(before), file(after), `commit ${at}`, withoutLimit);
    return seen.kind === 'done' ? seen.value : [];
  });
}

const HUMAN: readonly (readonly [string, string])[] = [
  ['const a = parseInt(width);\n', 'const a = parseInt(width, 10);\n'],
  [
    'export function f(raw: string) {\n  return parseInt(raw);\n}\n',
    'export function f(raw: string) {\n  return parseInt(raw, 10);\n}\n',
  ],
  ['const c = [parseInt(box.size), 2];\n', 'const c = [parseInt(box.size, 10), 2];\n'],
  ['const d = n + parseInt(box.depth);\n', 'const d = n + parseInt(box.depth, 10);\n'],
  ['const e = { at: parseInt(width) };\n// end\n', 'const e = { at: parseInt(width, 10) };\n// the end\n'],
];

async function learnt(pairs: readonly (readonly [string, string])[]): Promise<FixPattern> {
  const [lesson] = await learnPatterns(examplesOf(pairs), rules, 2, '2026-01-01', withoutLimit);
  if (lesson?.kind !== 'proposal') throw new Error(JSON.stringify(reasonOf(lesson)));
  return lesson.pattern;
}

const reasonOf = (lesson: Lesson | undefined): string | null => (lesson?.kind === 'refused' ? lesson.reason : null);

async function heal(pattern: FixPattern, body: string): Promise<string | undefined> {
  const { disk } = await healProject({
    rules: PARSE_INT,
    files: { [PATH]: file(body) },
    patterns: [{ ...pattern, accepted: true }],
  });
  return disk[PATH];
}

describe('five human fixes of one rule', () => {
  it('are five examples', () => expect(examplesOf(HUMAN)).toHaveLength(5));

  it('yield one pattern at the start of its life, which a person has yet to accept', async () => {
    expect(await learnt(HUMAN)).toMatchObject({
      ruleId: 'NUM-1',
      replacementTemplate: 'parseInt(${1}, 10)',
      provenance: 'learnt',
      accepted: false,
      hundredths: 50,
    });
  });

  it.each([
    ['const z = parseInt(other.thing);\n', 'const z = parseInt(other.thing, 10);\n'],
    ['if (parseInt(width) > 3) n.toFixed();\n', 'if (parseInt(width, 10) > 3) n.toFixed();\n'],
    [
      'export const g = (text: string) => parseInt(text);\n',
      'export const g = (text: string) => parseInt(text, 10);\n',
    ],
  ])('which heals an unseen site exactly: %s', async (before, after) => {
    expect(await heal(await learnt(HUMAN), before)).toBe(file(after));
  });

  it.each([
    ['a call as argument', 'const z = parseInt(read(width));\n'],
    ['a spread', 'const z = parseInt(...[width]);\n'],
    ['no argument', 'const z = parseInt();\n'],
    ['a comment', '// parseInt(width)\n'],
    ['a string', 'const z = "parseInt(width)";\n'],
    ['text of a template', 'const z = `parseInt(width)`;\n'],
    ['a method of the same name', 'const z = Number.parseInt(width);\n'],
    ['a sum as argument', 'const z = parseInt(width + width);\n'],
    ['a template as argument', 'const z = parseInt(`${width}`);\n'],
    ['an element as argument', 'const z = parseInt(list[0]);\n'],
  ])('and leaves a look-alike alone: %s', async (_, body) => {
    expect(await heal(await learnt(HUMAN), body)).toBe(file(body));
  });
});

describe('what is not learnt', () => {
  it('a change that did not mend anything', () => {
    expect(examplesOf([['const a = parseInt(width);\n', 'const b = parseInt(width);\n']])).toEqual([]);
  });

  it.each<[string, string, readonly (readonly [string, string])[], string]>([
    [
      'a form that would match nearly anything',
      '/\\bok\\(/',
      [
        ['const a = ok(width);\n', 'const a = f(width, 1);\n'],
        ['const b = no(ok(1));\n'.replace('no(ok(1))', 'ok(n)'), 'const b = f(n, 1);\n'],
      ],
      '',
    ],
    [
      'one that throws away what stood there',
      '/\\bparse\\w*\\(/',
      [
        ['const a = parseInt(width);\n', 'const a = n;\n'],
        ['const b = parseInt(box.size);\n', 'const b = n;\n'],
      ],
      'throw away',
    ],
  ])('%s', async (_, pattern, pairs, why) => {
    const own = rulesOf(
      `\n- id: ANY-1\n  title: t\n  scope: ["src/**"]\n  behavior:\n    forbidden_patterns:\n      - pattern: ${pattern}\n        message: m\n`,
    );
    const lessons = await learnPatterns(examplesOf(pairs, own), own, 2, '2026-01-01', withoutLimit);
    expect(lessons.map(reasonOf)).toEqual([expect.stringContaining(why)]);
  });

  it('fixes that went different ways', async () => {
    const torn = examplesOf([
      ...HUMAN.slice(0, 2),
      ['const a = parseInt(width);\n', 'const a = parseInt(width, 16);\n'],
    ]);
    const lessons = await learnPatterns(torn, rules, 2, '2026-01-01', withoutLimit);
    expect(lessons.map(({ kind }) => kind)).toEqual(['refused']);
  });

  it('a fix whose outcome nobody could know', async () => {
    const lessons = await learnPatterns(
      examplesOf([
        ['const a = parseInt(width);\n', 'const a = parseInt(width, n);\n'],
        ['const b = parseInt(box.size);\n', 'const b = parseInt(box.size, a);\n'],
      ]),
      rules,
      2,
      '2026-01-01',
      withoutLimit,
    );
    expect(lessons.map(reasonOf)).toEqual([expect.stringContaining('no form in common')]);
  });

  it('what a rule had no time to show: it is told, at whichever of the tries it was', () => {
    const [rule] = rules;
    const [pair] = HUMAN;
    if (!rule || !pair) throw new Error('one of each');
    const outcomes = [0, 1, 2].map((tries) => {
      let left = tries;
      const within: Within = (work) => (left-- > 0 ? withoutLimit(work) : { kind: 'timeout' });
      const seen = fixExamples(rule, PATH, file(pair[0]), file(pair[1]), 'a commit', within);
      return seen.kind === 'done' ? seen.value.length : seen.kind;
    });
    expect(outcomes).toEqual(['timeout', 'timeout', 1]);
  });

  it('what could not be proven in time, and it says so', async () => {
    const never: Within = () => ({ kind: 'timeout' });
    const lessons = await learnPatterns(examplesOf(HUMAN), rules, 2, '2026-01-01', never);
    expect(lessons).toMatchObject([{ kind: 'refused', ranOut: true, reason: expect.stringContaining('out of time') }]);
  });

  it('fewer examples than asked for', async () => {
    expect(await learnPatterns(examplesOf(HUMAN.slice(0, 1)), rules, 2, '2026-01-01', withoutLimit)).toEqual([]);
  });
});

describe('other kinds of fixes', () => {
  const rule = (id: string, pattern: string): ReturnType<typeof rulesOf> =>
    rulesOf(
      `\n- id: ${id}\n  title: t\n  scope: ["src/**"]\n  behavior:\n    forbidden_patterns:\n      - pattern: ${pattern}\n        message: m\n`,
    );

  it.each<[string, string, readonly (readonly [string, string])[], string]>([
    [
      'an operator',
      '/ [!=]= null/',
      [
        ['const a = width == null;\n', 'const a = width === null;\n'],
        ['const b = box.size == null;\n', 'const b = box.size === null;\n'],
      ],
      '${1} === null',
    ],
    [
      'a called object',
      '/legacy\\.get\\(/',
      [
        ["const a = legacy.get('x');\n", "const a = store.read('x');\n"],
        [
          "const b = legacy.get('y', 2);\nconst c = legacy.get('z');\n",
          "const b = legacy.get('y', 2);\nconst c = store.read('z');\n",
        ],
      ],
      'store.read(${1})',
    ],
    [
      'a name used twice',
      '/\\.has\\(/',
      [
        ['const a = m.has(width) ? 1 : 2;\n', 'const a = width in m ? 1 : 2;\n'],
        ['const b = box.has(n) ? 1 : 2;\n', 'const b = n in box ? 1 : 2;\n'],
      ],
      '${2} in ${1}',
    ],
  ])('%s', async (_, pattern, pairs, template) => {
    const own = rule('ANY-1', pattern);
    const lessons = await learnPatterns(examplesOf(pairs, own), own, 2, '2026-01-01', withoutLimit);
    const [lesson] = lessons;
    if (lesson?.kind === 'proposal') expect(lesson.pattern.replacementTemplate).toBe(template);
    // A gate may know better than the people whose fixes these were; then it says so.
    else expect(reasonOf(lesson)).toMatch(/^a gate refuses it/);
  });
});

describe('a rule about code', () => {
  const of = rulesOf(
    PARSE_INT.replace('        message: Name the radix', '        message: Name the radix\n        match: code'),
  );

  it('learns nothing from what was changed in a comment or a string', () => {
    expect(
      examplesOf(
        [
          ['// parseInt(width)\n', '// parseInt(width, 10)\n'],
          ['const s = "parseInt(width)";\n', 'const s = "parseInt(width, 10)";\n'],
        ],
        of,
      ),
    ).toEqual([]);
    expect(examplesOf(HUMAN, of)).toHaveLength(5);
  });
});

describe('a module that is named by its way from the file', () => {
  const IMPORTS = rulesOf(`
- id: DB-1
  title: The old database
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - { pattern: '/require\\([^;]*old-db[^;]*;/', message: Use the new one }
      - { pattern: '/loadOld\\(/', message: Use the new one }
`);
  const pairs = (before: (at: number) => string, after: (at: number) => string) =>
    [0, 1, 2].map((at): readonly [string, string] => [before(at), after(at)]);

  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'replaced',
      pairs(
        (at) => `const x${at} = require('./old-db').get(v${at});\n`,
        (at) => `const x${at} = require('./db').get(v${at});\n`,
      ),
    ],
    [
      'brought in',
      pairs(
        (at) => `const x${at} = loadOld(v${at});\n`,
        (at) => `const x${at} = load('../db/of', v${at});\n`,
      ),
    ],
  ])('makes no pattern where it is %s: it means another file in another folder', async (_, changes) => {
    const lessons = await learnPatterns(examplesOf(changes, IMPORTS), IMPORTS, 2, '2026-01-01', withoutLimit);
    expect(lessons.map(reasonOf)).toEqual([expect.stringContaining('leads elsewhere')]);
  });
});
