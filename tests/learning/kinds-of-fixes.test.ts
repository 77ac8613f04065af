import { describe, expect, it } from 'vitest';
import { type FixExample, fixExamples } from '../../src/learning/fix-example.js';
import { learnPatterns } from '../../src/learning/learn-patterns.js';
import { withoutLimit } from '../../src/model/bounded.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { healProject, summaryOf } from '../heal/heal-project.js';
import { rulesOf } from '../heal/rules-of.js';
import { makePattern } from '../pattern-store/make-pattern.js';

/** Five fixes as people made them, three places they never saw, and ten that only look like those. */
interface History {
  readonly name: string;
  readonly pattern: string;
  /** Each a file before and after. */
  readonly human: readonly (readonly [before: string, after: string])[];
  readonly learns: Partial<FixPattern>;
  readonly heals: readonly (readonly [before: string, after: string])[];
  readonly alike: Readonly<Record<string, string>>;
}

const IMPORTING = 'src/app/a.ts';
const STORE = 'import { f, store, user } from "./store.js";\n';

const HISTORIES: readonly History[] = [
  {
    name: 'a deletion',
    pattern: '/console\\.\\w+\\(/',
    human: [
      ['export const a = 1;\nconsole.log(a);\n', 'export const a = 1;\n'],
      [
        'export function f(x: number) {\n  console.log("x", x);\n  return x;\n}\n',
        'export function f(x: number) {\n  return x;\n}\n',
      ],
      ['export const b = { c: 1 };\nconsole.log(b.c);\nconsole.log("again", b.c);\n', 'export const b = { c: 1 };\n'],
      ['import { t } from "./t.js";\nexport const d = 2;\nconsole.log(`of ${t}`);\n', 'export const d = 2;\n'],
    ],
    learns: { strategy: 'remove', replacementTemplate: '' },
    heals: [
      [
        'export function g(n: number) {\n  if (n > 2) {\n    n += 1;\n    console.log("n is", n, `${n}`);\n  }\n  return n;\n}\n',
        'export function g(n: number) {\n  if (n > 2) {\n    n += 1;\n  }\n  return n;\n}\n',
      ],
      ['const z = 1;\nconsole.log(z); // look\nexport const y = z;\n', 'const z = 1;\nexport const y = z;\n'],
      ['export const y = 3;\nconsole.log();\n', 'export const y = 3;\n'],
    ],
    alike: {
      'a call with effects': 'let n = 0;\nconst next = () => (n += 1);\nconsole.log(next());\nexport const y = n;\n',
      'an assignment': 'let n = 0;\nconsole.log((n = 2));\nexport const y = n;\n',
      'another method': 'export const n = 1;\nconsole.error(n);\n',
      'a value that is used': 'export const y = console.log("y");\n',
      'the only body': 'export const n = 1;\nif (n > 2) console.log(n);\n',
      'a callback': 'export const y = () => console.log(1);\n',
      'an operand': 'export const n = 1;\nn > 2 && console.log(n);\n',
      'a comment': 'export const n = 1;\n// console.log(n)\n',
      'a string': 'export const n = "console.log(n)";\n',
      'a chain': 'export const n = 1;\nconsole.log(n).toString();\n',
    },
  },
  {
    name: 'a replacement with an import',
    pattern: '/legacyRead\\(/',
    human: [
      [
        'import { n } from "./n.js";\nexport const a = legacyRead(n);\n',
        'import { n } from "./n.js";\nimport { readText } from "../lib/read.js";\nexport const a = readText(n);\n',
      ],
      [
        'import { n } from "./n.js";\nexport const b = [legacyRead("x"), n];\n',
        'import { readText } from "../lib/read.js";\nimport { n } from "./n.js";\nexport const b = [readText("x"), n];\n',
      ],
      [
        'import { readText } from "../lib/read.js";\nexport const c = readText("c");\nexport const d = legacyRead("d");\n',
        'import { readText } from "../lib/read.js";\nexport const c = readText("c");\nexport const d = readText("d");\n',
      ],
      [
        'import { n } from "./n.js";\n\nexport function e(p: string) {\n  return legacyRead(p) + n;\n}\n',
        'import { readText } from "../lib/read.js";\nimport { n } from "./n.js";\n\nexport function e(p: string) {\n  return readText(p) + n;\n}\n',
      ],
      [
        'import { n } from "./n.js";\nexport const g = legacyRead("g"), h = legacyRead(n);\n',
        'import { n } from "./n.js";\nimport { readText } from "../lib/read.js";\nexport const g = legacyRead("g"), h = readText(n);\n',
      ],
    ],
    learns: {
      replacementTemplate: 'readText(${1})',
      importLine: 'import { readText } from "${ROOT}/src/lib/read.js";',
    },
    heals: [
      [
        'import { n } from "./n.js";\nexport const z = { at: legacyRead(n) };\n',
        'import { n } from "./n.js";\nimport { readText } from "../lib/read.js";\nexport const z = { at: readText(n) };\n',
      ],
      [
        'import { write } from "../lib/read.js";\nexport const z = write(1) || legacyRead("a b");\n',
        'import { write, readText } from "../lib/read.js";\nexport const z = write(1) || readText("a b");\n',
      ],
      [
        'import { readText } from "../lib/read.js";\nexport const z = (p: string) => legacyRead(p) ?? readText("z");\n',
        'import { readText } from "../lib/read.js";\nexport const z = (p: string) => readText(p) ?? readText("z");\n',
      ].map((text) => text.replace(' ?? readText("z")', '')) as [string, string],
    ],
    alike: {
      'the name taken':
        'import { n } from "./n.js";\nconst readText = n;\nexport const z = [legacyRead("x"), readText];\n',
      'the name taken by another import':
        'import { readText } from "./other.js";\nexport const z = [legacyRead("x"), readText];\n',
      'the name shadowed':
        'import { n } from "./n.js";\nexport const z = (readText: string) => legacyRead(readText);\n',
      'a sum as argument': 'import { n } from "./n.js";\nexport const z = legacyRead("x" + n);\n',
      CommonJS: 'const n = require("./n.js");\nexports.z = legacyRead(n);\n',
      'two arguments': 'import { n } from "./n.js";\nexport const z = legacyRead("x", n);\n',
      'a call as argument': 'import { n } from "./n.js";\nexport const z = legacyRead(n());\n',
      'a method': 'import { n } from "./n.js";\nexport const z = n.legacyRead("x");\n',
      'a comment': 'import { n } from "./n.js";\nexport const z = n; // legacyRead(n)\n',
      'a type import of that name':
        'import type { readText } from "../lib/read.js";\nexport const z = (p: string): typeof readText => legacyRead(p);\n',
    },
  },
  {
    name: 'a name respelt from a key',
    pattern: '/(?:api_?key|secret)\\w*\\s*[:=]\\s*[\'"][^\'"]+[\'"]/i',
    human: [
      [
        'const stripeApiKey = "sk_live_1";\nexport { stripeApiKey };\n',
        'const stripeApiKey = process.env.STRIPE_API_KEY;\nexport { stripeApiKey };\n',
      ],
      ["export const mapsApiKey = 'AIza2';\n", 'export const mapsApiKey = process.env.MAPS_API_KEY;\n'],
      ['export const o = { clientSecret: "s3" };\n', 'export const o = { clientSecret: process.env.CLIENT_SECRET };\n'],
      ['let api_key = "k4";\nexport { api_key };\n', 'let api_key = process.env.API_KEY;\nexport { api_key };\n'],
      [
        'export const p = { a: 1, jwtSecret: "j5" };\n',
        'export const p = { a: 1, jwtSecret: process.env.JWT_SECRET };\n',
      ],
    ],
    learns: { replacementTemplate: 'process.env.${UPPER_SNAKE_CASE_NAME}' },
    heals: [
      ['export const mailApiKey = "m6";\n', 'export const mailApiKey = process.env.MAIL_API_KEY;\n'],
      ['export const q = [{ hmacSecret: "h7" }];\n', 'export const q = [{ hmacSecret: process.env.HMAC_SECRET }];\n'],
      [
        'export class A {\n  private readonly apiKey = "a8";\n  get() { return this.apiKey; }\n}\n',
        'export class A {\n  private readonly apiKey = process.env.API_KEY;\n  get() { return this.apiKey; }\n}\n',
      ],
    ],
    alike: {
      'a default of a parameter': 'export const z = (apiKey = "x9") => apiKey;\n',
      'a label': 'export const z = { apiKey: "apiKey" };\n',
      'a comment': 'export const z = 1; // apiKey = "x9"\n',
      'an enum member': 'export enum Z { apiKey = "x9" }\n',
      'part of a sum': 'export const apiKey = "x9" + Math.random();\n',
      'a constant type': 'export const apiKey = "x9" as const;\n',
      'a literal type': 'export const apiKey: "x9" = "x9";\n',
      'a string': 'export const z = "apiKey = \'x9\'";\n',
      'a type': 'export interface Z { apiKey: "x9" }\n',
      'a setting of the environment': 'process.env.API_KEY = "x9";\nexport {};\n',
    },
  },
  {
    name: 'a replacement',
    pattern: '/\\bsubstr\\(/',
    human: [
      ['export const a = t.substr(1);\n', 'export const a = t.slice(1);\n'],
      ['export const b = [u.v.substr(2)];\n', 'export const b = [u.v.slice(2)];\n'],
      ['export const c = (w: string) => w.substr(3);\n', 'export const c = (w: string) => w.slice(3);\n'],
      ['export const d = t.substr(4) + t;\n', 'export const d = t.slice(4) + t;\n'],
      [
        'export function e(x: string) {\n  return x.substr(5);\n}\n',
        'export function e(x: string) {\n  return x.slice(5);\n}\n',
      ],
    ],
    learns: { replacementTemplate: '${1}.slice(${2})' },
    heals: [
      ['export const z = { at: t.substr(9) };\n', 'export const z = { at: t.slice(9) };\n'],
      ['export const z = u.v.substr(2) || t;\n', 'export const z = u.v.slice(2) || t;\n'],
      [
        'export const z = (x: string) => { return x.substr(2); };\n',
        'export const z = (x: string) => { return x.slice(2); };\n',
      ],
    ],
    alike: {
      'a second argument': 'export const z = t.substr(1, 2);\n',
      'a negative start': 'export const z = t.substr(-2);\n',
      'a name as start': 'export const z = t.substr(n);\n',
      'a call before it': 'export const z = t.trim().substr(1);\n',
      'an element before it': 'export const z = t[0].substr(1);\n',
      'an optional chain': 'export const z = t?.substr(1);\n',
      'a function of that name': 'export const z = substr(1);\n',
      'a comment': 'export const z = t; // t.substr(1)\n',
      'a string': 'export const z = "t.substr(1)";\n',
      'text of a template': 'export const z = `t.substr(1)`;\n',
    },
  },
  {
    name: 'another call where nobody used the result',
    pattern: '/localStorage\\.setItem\\(/',
    human: [
      [`${STORE}localStorage.setItem('key-1', user);\n`, `${STORE}store.put('key-1', user);\n`],
      [
        `${STORE}export function f() {\n  localStorage.setItem('key-2', user);\n}\n`,
        `${STORE}export function f() {\n  store.put('key-2', user);\n}\n`,
      ],
      [
        `${STORE}export const f = () => {\n  localStorage.setItem('key-3', user);\n};\n`,
        `${STORE}export const f = () => {\n  store.put('key-3', user);\n};\n`,
      ],
      [
        `${STORE}if (user) {\n  localStorage.setItem('key-4', user);\n}\n`,
        `${STORE}if (user) {\n  store.put('key-4', user);\n}\n`,
      ],
      [`${STORE}localStorage.setItem('key-5', user)\n`, `${STORE}store.put('key-5', user)\n`],
    ],
    learns: { replacementTemplate: 'store.put(${1}, user)', when: ['result-unused', 'outside-try'] },
    heals: [
      [`${STORE}localStorage.setItem('k', user);\n`, `${STORE}store.put('k', user);\n`],
      [
        `${STORE}export function f() {\n  for (;;) localStorage.setItem("k", user)\n}\n`,
        `${STORE}export function f() {\n  for (;;) store.put("k", user)\n}\n`,
      ],
      [
        `${STORE}try {\n  f();\n} catch {\n  localStorage.setItem('k', user);\n}\n`,
        `${STORE}try {\n  f();\n} catch {\n  store.put('k', user);\n}\n`,
      ],
    ],
    alike: {
      'a result that is compared': `${STORE}export const z = (): boolean => localStorage.setItem('k', user) === undefined;\n`,
      'a result that is returned': `${STORE}export function z() {\n  return localStorage.setItem('k', user);\n}\n`,
      'a result that is kept': `${STORE}export const z = localStorage.setItem('k', user);\n`,
      'a result that is assigned': `${STORE}let z;\nz = localStorage.setItem('k', user);\nexport { z };\n`,
      'a try': `${STORE}try {\n  localStorage.setItem('k', user);\n} catch {\n  f();\n}\n`,
      'a try further out': `${STORE}try {\n  if (user) localStorage.setItem('k', user);\n} finally {\n  f();\n}\n`,
      'the body of an arrow function': `${STORE}export const z = () => localStorage.setItem('k', user);\n`,
      'an operand': `${STORE}user && localStorage.setItem('k', user);\n`,
      'an argument': `${STORE}f(localStorage.setItem('k', user));\n`,
      'one of several': `${STORE}f(), localStorage.setItem('k', user);\n`,
    },
  },
];

describe.each(HISTORIES)('five human fixes of one rule: $name', ({ pattern, human, learns, heals, alike }) => {
  const rules = `
- id: ANY-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: ${JSON.stringify(pattern)}
        message: m
`;
  const [rule] = rulesOf(rules);
  const examples = (): readonly FixExample[] =>
    human.flatMap(([before, after], at) => {
      const seen = rule && fixExamples(rule, IMPORTING, before, after, `commit ${at}`, withoutLimit);
      return seen?.kind === 'done' ? seen.value : [];
    });
  const learnt = async (): Promise<FixPattern> => {
    const lessons = await learnPatterns(examples(), rulesOf(rules), 2, '2026-01-01', withoutLimit);
    const [lesson] = lessons;
    if (lesson?.kind !== 'proposal' || lessons.length > 1)
      throw new Error(JSON.stringify(lessons.map((each) => (each.kind === 'refused' ? each.reason : each.pattern))));
    return lesson.pattern;
  };
  const heal = async (text: string) =>
    healProject({ rules, files: { [IMPORTING]: text }, patterns: [{ ...(await learnt()), accepted: true }] });

  it('are five examples', () => expect(examples()).toHaveLength(5));

  it('teach one pattern', async () => expect(await learnt()).toMatchObject(learns));

  it.each(heals)('heal an unseen place exactly: %j', async (before, after) => {
    const healed = await heal(before);
    expect(healed.disk[IMPORTING], summaryOf(healed).join('\n')).toBe(after);
  });

  it('leave ten look-alikes alone', async () => {
    expect(Object.keys(alike)).toHaveLength(10);
    for (const [name, text] of Object.entries(alike)) {
      const { disk, outcomes } = await heal(text);
      expect(disk[IMPORTING], name).toBe(text);
      expect(outcomes.length, name).toBeGreaterThan(0);
      for (const { status } of outcomes) expect(status, name).toBe('escalated');
    }
  });
});

describe('a learnt import', () => {
  const rules = `
- id: ANY-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /legacyRead\\(/
        message: m
`;
  const importLine = 'import { readText } from "${ROOT}/src/lib/read.js";';
  const pattern = makePattern({
    id: 'p',
    ruleId: 'ANY-1',
    match: 'legacyRead',
    replacementTemplate: 'readText',
    importLine,
    hundredths: 95,
  });
  const text = 'export const z = legacyRead("x");\n';
  const heal = async (path: string) => {
    const { disk } = await healProject({ rules, files: { [path]: text }, patterns: [pattern] });
    return disk[path];
  };

  it.each([
    ['src/a.ts', './lib/read.js'],
    ['src/lib/other.ts', './read.js'],
    ['src/lib/deep/a.ts', '../read.js'],
    ['src/app/x/a.ts', '../../lib/read.js'],
  ])('is written as %s reaches it', async (path, module) => {
    expect(await heal(path)).toBe(`import { readText } from "${module}";\n\nexport const z = readText("x");\n`);
  });

  it('is not made of a file by itself', async () => {
    expect(await heal('src/lib/read.ts')).toBe(text);
  });
});

describe('secrets of the history', () => {
  it('do not get into a pattern', async () => {
    const rules = `
- id: SEC-1
  title: No secret in the code
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /connect\\("[^"]+"\\)/
        message: A secret
`;
    const [rule] = rulesOf(rules);
    const examples = ['a', 'b', 'c'].flatMap((name) => {
      const before = `export const ${name} = connect("hunter2-hunter2");\n`;
      const after = `export const ${name} = connect(loadSecret());\n`;
      const seen = rule && fixExamples(rule, `src/${name}.ts`, before, after, name, withoutLimit);
      return seen?.kind === 'done' ? seen.value : [];
    });
    const lessons = await learnPatterns(examples, rulesOf(rules), 2, '2026-01-01', withoutLimit);
    expect(lessons).toMatchObject([{ kind: 'refused', reason: expect.stringContaining('secret') }]);
  });
});

describe('what a change shows', () => {
  const [log] = rulesOf(`
- id: LOG-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /console\\.log\\(/
        message: m
`);
  const seen = (before: string, after: string): readonly (readonly [string, string])[] => {
    const answer = log && fixExamples(log, IMPORTING, before, after, 'a commit', withoutLimit);
    return answer?.kind === 'done' ? answer.value.map(({ change, after: mended }) => [change.kind, mended]) : [];
  };

  it.each<[string, string, string]>([
    [
      'a function that went, and what it said',
      'export const a = 1;\nfunction f() {\n  console.log(a);\n}\nf();\n',
      'export const a = 1;\n',
    ],
    ['code that went along', 'let a = 1;\na += 1;\nconsole.log(a);\nexport { a };\n', 'let a = 1;\nexport { a };\n'],
    ['a statement that moved', 'console.log(1);\nexport const a = 1;\n', 'export const a = 1;\nconsole.log(1);\n'],
    ['a file that was written anew', `console.log(1);\n${'a();\n'.repeat(20)}`, `${'b();\n'.repeat(20)}`],
    ['what cannot be removed by itself', 'if (a) console.log(1);\nb();\n', 'b();\n'],
    ['nothing of its own in a run of calls', 'console.log(1), console.log(2);\nb();\n', 'console.log(2);\nb();\n'],
  ])('is nothing about %s', (_, before, after) => expect(seen(before, after)).toEqual([]));

  it('is each of several that went at once, with the lines around them changed', () => {
    const before = 'const a = f(1);\nconsole.log(a);\nconst b = f(2);\nconsole.log(b);\nexport { a, b };\n';
    expect(seen(before, 'const a = g(1);\nconst b = g(2);\nexport { a, b };\n')).toEqual([
      ['removed', before.replace('console.log(a);\n', '')],
      ['removed', before.replace('console.log(b);\n', '')],
    ]);
  });
});

describe('a name respelt inside a call that is imported', () => {
  const rules = `
- id: SEC-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: "/\\\\w*[sS]ecret\\\\s*[:=]\\\\s*'[^']+'/"
        message: m
`;

  it('is learnt with its import', async () => {
    const [rule] = rulesOf(rules);
    const examples = ['mail', 'maps', 'pay'].flatMap((name) => {
      const before = `import { n } from 'n';\nexport const ${name}Secret = 's-${name}';\n`;
      const after = `import { n } from 'n';\nimport { setting } from 'settings';\nexport const ${name}Secret = setting('${name}Secret');\n`;
      const seen = rule && fixExamples(rule, 'src/a.ts', before, after, name, withoutLimit);
      return seen?.kind === 'done' ? seen.value : [];
    });
    const [lesson] = await learnPatterns(examples, rulesOf(rules), 3, '2026-01-01', withoutLimit);
    if (lesson?.kind !== 'proposal') throw new Error(lesson?.reason);
    expect(lesson.pattern).toMatchObject({
      replacementTemplate: "setting('${camelCaseName}')",
      importLine: 'import { setting } from "settings";',
    });
    const text = "import { n } from 'n';\nexport const o = { jwtSecret: 'x9' };\n";
    const patterns = [{ ...lesson.pattern, accepted: true }];
    const { disk } = await healProject({ rules, files: { 'src/z.ts': text }, patterns });
    expect(disk['src/z.ts']).toBe(
      "import { n } from 'n';\nimport { setting } from 'settings';\nexport const o = { jwtSecret: setting('jwtSecret') };\n",
    );
  });
});

describe('what learning asks of a place', () => {
  const [rule] = rulesOf(`
- id: ANY-1
  title: t
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: /oldCall\\(/
        message: m
      - pattern: /oldKey(?=\\))/
        message: m
`);
  /** The old names stay in use, so that no import goes with them. */
  const NAMES =
    'import { f, newCall, newKey, oldCall, oldKey, send } from "./m.js";\nexport const kept = [oldCall, oldKey];\n';
  const asked = async (...fixes: readonly (readonly [string, string])[]) => {
    const examples = fixes.flatMap(([before, after], at) => {
      const seen =
        rule && fixExamples(rule, `src/app/${at}.ts`, NAMES + before, NAMES + after, `commit ${at}`, withoutLimit);
      return seen?.kind === 'done' ? seen.value : [];
    });
    const [lesson] = await learnPatterns(examples, rule ? [rule] : [], 2, '2026-01-01', withoutLimit);
    if (lesson?.kind !== 'proposal') throw new Error(lesson?.reason);
    return lesson.pattern.when ?? [];
  };
  const bare = ['oldCall("a");\n', 'newCall("a");\n'] as const;

  it.each<[string, readonly [string, string], readonly string[]]>([
    ['none but these', ['f();\noldCall("b");\n', 'f();\nnewCall("b");\n'], ['result-unused', 'outside-try']],
    [
      'one in a try',
      ['try {\n  oldCall("b");\n} catch {}\n', 'try {\n  newCall("b");\n} catch {}\n'],
      ['result-unused'],
    ],
    ['one whose result is used', ['export const a = oldCall("b");\n', 'export const a = newCall("b");\n'], []],
  ])('of bare calls and %s', async (_, other, when) => expect(await asked(bare, other)).toEqual(when));

  it('is nothing where the same is still called', async () => {
    const rename = (name: string) => [`send("${name}", oldKey);\n`, `send("${name}", newKey);\n`] as const;
    expect(await asked(rename('a'), rename('b'))).toEqual([]);
  });
});
