import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { conclude } from '../../src/engine/conclude.js';
import { anchorsOf } from '../../src/exemptions/anchors-of.js';
import { applyBaseline } from '../../src/exemptions/apply-baseline.js';
import { type Baseline, EMPTY_BASELINE } from '../../src/exemptions/baseline.js';
import { parseBaseline } from '../../src/exemptions/parse-baseline.js';
import { printBaseline } from '../../src/exemptions/print-baseline.js';
import { pruneBaseline, updateBaseline } from '../../src/exemptions/shrink-baseline.js';
import type { Violation } from '../../src/model/violation.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const RULE = makeRule({ id: 'NO-EVAL' }, forbidden(/eval\(/), forbidden(/\bdebugger\b/));
const AUTH = makeRule({ id: 'AUTH' }, required(/auth/), required(/login/));

const FILLER = 'word '.repeat(60);

const find = (text: string, path = 'a.ts'): readonly Violation[] => checkText({ path, text }, [RULE]).violations;
const absences = (): readonly Violation[] =>
  conclude([{ rule: AUTH, files: 1, unseen: 0 }], { satisfied: new Set(), undecided: new Set() }).violations;
const all = (): boolean => true;
const create = (violations: readonly Violation[]): Baseline =>
  updateBaseline(violations, EMPTY_BASELINE, all, true).baseline;

/** Lines of what still counts, and how many known ones are gone. */
function compare(before: readonly Violation[], after: readonly Violation[]): { fresh: number[]; stale: string[] } {
  const { violations, findings } = applyBaseline({
    violations: after,
    baseline: create(before),
    isLookedFor: all,
  });
  expect(violations).toHaveLength(after.length);
  return {
    fresh: violations.filter(({ exemption }) => exemption === null).map(({ place }) => place?.line ?? 0),
    stale: findings.map(({ message }) => /knows (.*) of/.exec(message)?.[1] ?? message),
  };
}

describe('what a baseline knows', () => {
  it.each<[string, string, string, number[], string[]]>([
    ['an unchanged file', 'eval(a)\neval(b)', 'eval(a)\neval(b)', [], []],
    ['lines that moved down', 'eval(a)\n', '// new\n\n\neval(a)\n// more\n', [], []],
    ['lines in another order', 'eval(a)\neval(b)', 'eval(b)\nx\neval(a)', [], []],
    ['another indentation and other line ends', 'if (x) eval(a)\n', '{\r\n\tif  (x) eval(a)\r\n}\r\n', [], []],
    ['a mended violation', 'eval(a)\neval(b)', 'eval(b)', [], ['a violation']],
    ['all mended', 'eval(a)\neval(a)', '', [], ['2 violations']],
    ['one more of the same', 'eval(a)', 'eval(a)\neval(a)', [2], []],
    ['a violation swapped for another', 'eval(a)', 'eval(b)', [1], ['a violation']],
    ['another argument on the same line', 'eval(a); eval(b)', 'eval(a); eval(c)', [1, 1], ['2 violations']],
    // A line that is nothing but the match is known by the lines around it.
    ['a bare line that moved down', 'one()\ndebugger;\ntwo()', 'zero()\n\none()\ndebugger;\ntwo()', [], []],
    ['a bare line with a new line before it', 'one()\ndebugger;\ntwo()', 'one()\nx()\ndebugger;\ntwo()', [], []],
    ['a bare line with a new line behind it', 'one()\ndebugger;\ntwo()', 'one()\ndebugger;\nx()\ntwo()', [], []],
    ['a bare line at the top of a file', 'debugger;', '// licence\ndebugger;', [], []],
    [
      'a bare line mended in one function and written in another',
      'function f() {\n  debugger;\n}\nfunction g() {\n}\n',
      'function f() {\n}\nfunction g() {\n  debugger;\n}\n',
      [4],
      ['a violation'],
    ],
    [
      'bare look-alikes, the first of them mended',
      'a()\ndebugger;\nb()\nc()\ndebugger;\nd()',
      'a()\nb()\nc()\ndebugger;\nd()',
      [],
      ['a violation'],
    ],
  ])('%s', (_, before, after, fresh, stale) => {
    expect(compare(find(before), find(after))).toEqual({ fresh, stale });
  });

  it('is about one file: in another, or under a new name, a violation is new', () => {
    expect(compare(find('eval(a)', 'a.ts'), find('eval(a)', 'b.ts'))).toEqual({ fresh: [1], stale: ['a violation'] });
  });

  it('tells the missing patterns of one rule apart', () => {
    const [first, second] = absences();
    if (!first || !second) throw new Error('two patterns are missing');
    expect(compare([first], [first])).toEqual({ fresh: [], stale: [] });
    expect(compare([first], [second])).toEqual({ fresh: [0], stale: ['a violation'] });
  });

  it('takes nothing for what is exempt already, so that a waiver can take over', () => {
    const [violation] = find('eval(a)');
    if (!violation) throw new Error('no violation');
    const waived: Violation = { ...violation, exemption: { kind: 'waiver', reason: 'r', expires: '2027-01-01' } };
    const { violations, findings } = applyBaseline({
      violations: [waived],
      baseline: create([violation]),
      isLookedFor: all,
    });
    expect(violations[0]?.exemption?.kind).toBe('waiver');
    expect(findings).toHaveLength(1);
    expect(create([waived])).toEqual(EMPTY_BASELINE);
  });

  it('marks a violation and leaves the rest of it as it was', () => {
    const [violation] = find('eval(a)');
    if (!violation) throw new Error('no violation');
    const known = applyBaseline({ violations: [violation], baseline: create([violation]), isLookedFor: all });
    const exemption = { kind: 'baseline', reason: 'known since the baseline was written', expires: null };
    expect(known.violations).toEqual([{ ...violation, exemption }]);
  });

  it('reports what is gone once a rule and file, and what to do', () => {
    const before = [...find('eval(a)\neval(b)', 'a.ts'), ...find('eval(c)', 'b.ts')];
    const { findings } = applyBaseline({ violations: [], baseline: create(before), isLookedFor: all });
    const finding = { code: 'baseline/stale', ruleId: 'NO-EVAL', line: null };
    const help = 'Run "specflow baseline prune", so that it cannot come back unseen.';
    const message = (what: string) => `The baseline knows ${what} of NO-EVAL here that nobody finds any more.`;
    expect(findings).toEqual([
      { ...finding, file: 'a.ts', message: message('2 violations'), help },
      { ...finding, file: 'b.ts', message: message('a violation'), help },
    ]);
  });

  it.each([
    ['far before it', (letter: string) => `${letter}${FILLER} eval(a)`],
    ['far behind it', (letter: string) => `eval(a) ${FILLER}${letter}`],
    ['far along the line above', (letter: string) => `${FILLER}${letter}\ndebugger;\nbelow()`],
    ['far along the line below', (letter: string) => `above()\ndebugger;\n${FILLER}${letter}`],
  ])('knows a violation when something changes %s', (_, textOf) => {
    expect(find(textOf('x')).flatMap(anchorsOf)).toEqual(find(textOf('y')).flatMap(anchorsOf));
  });

  it('tells halves of characters apart', () => {
    const halves = (text: string) =>
      checkText({ path: 'a.ts', text }, [makeRule({}, forbidden(/[^\x00-\x7f]/))]).violations.flatMap(anchorsOf);
    expect(halves('a = "😀"')).not.toEqual(halves('a = "🤖"'));
  });

  it.each([
    ['words run together', 'a b; eval(c)', 'ab; eval(c)'],
    ['other words before it', 'a; eval(c)', 'b; eval(c)'],
    ['other words behind it', 'eval(c); a', 'eval(c); b'],
    ['a line of code above for one below', 'a()\ndebugger;', 'debugger;\na()'],
    ['another match', 'a; eval(c)', 'a; debugger; c)'],
  ])('tells apart: %s', (_, one, other) => {
    const known = new Set(find(one).flatMap(anchorsOf));
    expect(
      find(other)
        .flatMap(anchorsOf)
        .some((anchor) => known.has(anchor)),
    ).toBe(false);
  });

  it('calls nothing stale that nobody looked for', () => {
    const { findings } = applyBaseline({ violations: [], baseline: create(find('eval(a)')), isLookedFor: () => false });
    expect(findings).toEqual([]);
  });

  it('does not depend on the rest of a line without end', () => {
    const filler = 'x'.repeat(300);
    expect(compare(find(`${filler}a;eval(b)`), find(`y${filler}a;eval(b)`))).toEqual({ fresh: [], stale: [] });
  });

  it('marks no more than it knows, and whatever it knows, of any two texts', () => {
    const line = fc.constantFrom('eval(a)', 'eval(b)', 'debugger;', 'one()', 'two()', '}', '');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const baseline = create(find(before));
        const { violations } = applyBaseline({ violations: find(after), baseline, isLookedFor: all });
        const known = violations.filter(({ exemption }) => exemption?.kind === 'baseline').length;
        expect(known).toBeLessThanOrEqual(find(before).length);
        expect(compare(find(before), find(before))).toEqual({ fresh: [], stale: [] });
      }),
    );
  });
});

describe('shrinking', () => {
  const before = create(find('eval(a)\neval(b)'));

  it('prunes what is gone and takes nothing in', () => {
    const changed = pruneBaseline(find('eval(b)\neval(c)'), before, all);
    expect(changed).toMatchObject({ kept: 1, dropped: 1, added: 0 });
    expect(changed.baseline).toEqual(create(find('eval(b)')));
  });

  it('updates what is known, and leaves new violations out unless forced', () => {
    const now = find('eval(b)\neval(c)');
    const changed = updateBaseline(now, before, all, false);
    expect(changed).toMatchObject({ kept: 1, dropped: 1, added: 0, left: [{ place: { line: 2 } }] });
    expect(changed.baseline).toEqual(create(find('eval(b)')));
    const forced = updateBaseline(now, before, all, true);
    expect(forced).toMatchObject({ kept: 1, dropped: 1, added: 1, left: [] });
    expect(forced.baseline).toEqual(create(now));
  });

  it('writes drifted surroundings down anew, which pruning leaves', () => {
    const old = create(find('one()\ndebugger;\ntwo()'));
    const now = find('one()\ndebugger;\nthree()');
    expect(pruneBaseline(now, old, all).baseline).toEqual(old);
    expect(updateBaseline(now, old, all, false).baseline).toEqual(create(now));
  });

  it('leaves the rules alone that it is not about', () => {
    for (const change of [pruneBaseline([], before, () => false), updateBaseline([], before, () => false, true)]) {
      expect(change).toMatchObject({ baseline: before, kept: 2, dropped: 0 });
    }
  });
});

describe('the file', () => {
  it('holds one entry a line, sorted, whatever order the violations come in', () => {
    const violations = [...find('eval(a)\neval(a)', 'b.ts'), ...find('eval(a)', 'a.ts'), ...absences()];
    const text = printBaseline(create(violations));
    expect(printBaseline(create([...violations].reverse()))).toBe(text);
    expect(text.split('\n').map((line) => line.replace(/[0-9a-f]{16}/g, '*'))).toEqual([
      '{',
      '  "version": 1,',
      '  "known": [',
      '    { "file": null, "rule": "AUTH", "count": 1, "anchors": ["*"] },',
      '    { "file": null, "rule": "AUTH", "count": 1, "anchors": ["*"] },',
      '    { "file": "a.ts", "rule": "NO-EVAL", "count": 1, "anchors": ["*"] },',
      '    { "file": "b.ts", "rule": "NO-EVAL", "count": 2, "anchors": ["*"] }',
      '  ]',
      '}',
      '',
    ]);
    expect(printBaseline(EMPTY_BASELINE)).toBe('{\n  "version": 1,\n  "known": []\n}\n');
  });

  it('reads back what it wrote, whatever the names', () => {
    const name = fc.string({ minLength: 1, unit: 'binary' });
    const entry = fc.record({
      ruleId: name,
      file: fc.option(name),
      anchors: fc.array(fc.stringMatching(/^[0-9a-f]{16}$/), { minLength: 1, maxLength: 2 }),
      count: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (e) => JSON.stringify({ ...e, count: 0 }) }), (entries) => {
        const text = printBaseline({ entries });
        const { baseline, problems } = parseBaseline('b.json', text);
        expect(problems).toEqual([]);
        expect(printBaseline(baseline ?? EMPTY_BASELINE)).toBe(text);
      }),
    );
  });

  it('takes lines that a merge doubled for one', () => {
    const line = '{ "file": "a.ts", "rule": "R", "count": 1, "anchors": ["0123456789abcdef"] }';
    const twice = line.replace('"count": 1', '"count": 2');
    const { baseline } = parseBaseline('b.json', `{ "version": 1, "known": [${line}, ${twice}, ${line}] }`);
    expect(baseline?.entries).toMatchObject([{ count: 2 }]);
  });

  const entryOf = (fields: string): string => `{ "version": 1,\n"known": [\n{ ${fields} } ] }`;
  const RIGHT = '"file": "a.ts", "rule": "R", "count": 1, "anchors": ["0123456789abcdef"]';
  it.each([
    ['', 1, /expected a value/],
    ['[]', 1, /not an object/],
    ['{ "version": 2, "known": [] }', 1, /"version" must be 1; a newer/],
    ['{ "known": [] }', 1, /"version" must be 1/],
    ['{ "version": 1, "known": {} }', 1, /a list "known"/],
    ['{ "version": 1 }', 1, /a list "known"/],
    ['{ "version": 1,\n"known": "all" }', 2, /a list "known"/],
    ['{ "version": 1, "known": [], "q": [] }', 1, /unknown field "q"\.$/],
    ['{ "version": 1, "known": [], "knwon": [] }', 1, /unknown field "knwon"; did you mean "known"/],
    ['{ "version": 1, "known": [1] }', 1, /each entry/],
    ['<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n', 1, /conflict marks/],
    [entryOf('"file": "a.ts"'), 3, /"rule" is missing/],
    [entryOf(RIGHT.replace('"a.ts"', '7')), 3, /"file" must be a path, or null/],
    [entryOf(RIGHT.replace('"a.ts"', 'false')), 3, /"file" must be a path, or null/],
    [entryOf(RIGHT.replace('"a.ts"', '[]')), 3, /"file" must be a path, or null/],
    [entryOf(RIGHT.replace('1,', '"1",')), 3, /"count" must be a whole number/],
    [entryOf(RIGHT.replace('1,', '1.5,')), 3, /"count" must be a whole number/],
    [entryOf(RIGHT.replace(/\[.*\]/, '"0123456789abcdef"')), 3, /"anchors" must be/],
    [entryOf(RIGHT.replace(/\[(.*)\]/, '[$1, $1, $1]')), 3, /"anchors" must be/],
    [entryOf(RIGHT.replace(/\[(.*)\]/, '[$1, "short"]')), 3, /"anchors" must be/],
    [entryOf(RIGHT.replace(/\[(.*)\]/, '[$1, 7]')), 3, /"anchors" must be/],
    [entryOf(RIGHT.replace('cdef"', 'cdef0"')), 3, /"anchors" must be/],
    [entryOf(RIGHT.replace('"0123', '"00123')), 3, /"anchors" must be/],
    [entryOf(RIGHT.replace('"R"', '""')), 3, /"rule" must be the id/],
    [entryOf(RIGHT.replace(': 1', ': 0')), 3, /"count" must be a whole number/],
    [entryOf(RIGHT.replace(': 1', ': 1e999')), 3, /"count" must be a whole number/],
    [entryOf(RIGHT.replace('cdef', '')), 3, /"anchors" must be/],
    [entryOf(RIGHT.replace(/\[.*\]/, '[]')), 3, /"anchors" must be/],
    [entryOf(`${RIGHT}, "counts": 2`), 3, /unknown field "counts"; did you mean "count"/],
    [entryOf(`${RIGHT}, "__proto__": {}`), 3, /__proto__/],
    [entryOf(`${RIGHT}, "count": 9`), 3, /twice/],
  ])('is refused as a whole when wrong: %j', (text, line, message) => {
    const { baseline, problems } = parseBaseline('b.json', text);
    expect(baseline).toBeNull();
    expect(problems).toMatchObject([
      { severity: 'invalid', file: 'b.json', line, message: expect.stringMatching(message) },
    ]);
  });

  it.each([
    ['a line of equals signs', `${entryOf(RIGHT)}\n=======\n`, true],
    ['their side alone', `${entryOf(RIGHT)}\n>>>>>>> theirs\n`, true],
    ['a sign or two', `${entryOf(RIGHT)}\n<= >= ==\n`, false],
    ['marks within a line', `${entryOf(RIGHT)}\nx <<<<<<< ======= >>>>>>>\n`, false],
  ])('knows conflict marks: %s', (_, text, isConflict) => {
    const { problems } = parseBaseline('b.json', text);
    expect(problems.map(({ message }) => message.includes('conflict marks'))).toEqual([isConflict]);
  });

  it('refuses every text that is cut short', () => {
    const text = printBaseline(create(find('eval(a)\ndebugger;')));
    for (let length = 0; length < text.trimEnd().length; length++) {
      expect(parseBaseline('b.json', text.slice(0, length)).baseline).toBeNull();
    }
  });
});

it('anchors say nothing of what they were made from', () => {
  const anchors = find('const key = eval("s3cret")\ndebugger;').flatMap(anchorsOf);
  expect(anchors).toHaveLength(3);
  for (const anchor of anchors) expect(anchor).toMatch(/^[0-9a-f]{16}$/);
});
