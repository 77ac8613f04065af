import { describe, expect, it } from 'vitest';
import { linesTouched } from '../../../src/heal/diff/lines-touched.js';
import { unifiedDiff } from '../../../src/heal/diff/unified-diff.js';
import type { Trial } from '../../../src/heal/gates/gate.js';
import { GATES } from '../../../src/heal/gates/index.js';
import { reduceTrial } from '../../../src/heal/joint/reduce-trial.js';
import { applyEdits, type Edit } from '../../../src/model/edit.js';
import { forbidden, makeRule } from '../../support/make-rule.js';
import { makeTrial } from '../make-trial.js';

const noFoo = makeRule({ id: 'FOO' }, forbidden(/\bfoo\(/));

/** Each edit replaces the first occurrence of a text, or goes in front of it. */
function trialOf(before: string, ...changes: readonly (readonly [find: string, text: string])[]): Trial {
  const edits = changes
    .map(([find, text]): Edit => {
      const start = before.indexOf(find);
      if (start === -1) throw new Error(`no ${find}`);
      const isInsert = text.endsWith(find);
      return isInsert
        ? { range: { start, end: start }, text: text.slice(0, text.length - find.length) }
        : { range: { start, end: start + find.length }, text };
    })
    .sort((a, b) => a.range.start - b.range.start);
  const after = applyEdits(before, edits) ?? '';
  const trial = makeTrial([noFoo], before, after);
  const [part] = trial.parts;
  return { ...trial, edits, parts: [{ ...part, edits }] };
}

const reduced = async (trial: Trial): Promise<string> => (await reduceTrial(trial, GATES)).after;

describe('a fix is reduced to what it needs', () => {
  it('drops an import that nothing uses', async () => {
    const before = "import { bar } from './b.js';\nfoo(1);\nbar(2);\n";
    const trial = trialOf(before, ['foo', 'bar'], ['foo(1)', "import { log } from './log.js';\nfoo(1)"]);
    expect(trial.after).toContain('log.js');
    expect(await reduced(trial)).toBe(before.replace('foo', 'bar'));
  });

  it('keeps an import that the new code uses, and one for its effects', async () => {
    const used = trialOf('run();\nfoo(1);\n', ['run', "import { bar } from './b.js';\nrun"], ['foo', 'bar']);
    expect(await reduced(used)).toBe(used.after);
    const effects = trialOf('run();\nfoo(1);\n', ['run', "import './b.js';\nrun"], ['foo', 'run']);
    expect(await reduced(effects)).toBe(effects.after);
  });

  it('drops an edit elsewhere that the violation is healed without', async () => {
    const trial = trialOf('foo(1);\nrun(2);\n', ['foo', 'run'], ['2', '3']);
    expect(await reduced(trial)).toBe('run(1);\nrun(2);\n');
  });

  it('keeps an edit elsewhere that some gate would miss', async () => {
    const noTwo = makeRule({ id: 'TWO' }, forbidden(/bar\(1\)[\s\S]*run\(2\)/));
    const trial = trialOf('bar(0);\nfoo(1);\nrun(2);\n', ['foo', 'bar'], ['2', '3']);
    const judged = makeTrial([noFoo, noTwo], trial.before, trial.after);
    const both: Trial = { ...judged, edits: trial.edits, parts: [{ ...judged.parts[0], edits: trial.edits }] };
    expect(await reduced(both)).toBe(trial.after);
    expect(await reduced(trial)).toBe('bar(0);\nbar(1);\nrun(2);\n');
  });

  it('keeps both ends of a pair of brackets', async () => {
    const trial = trialOf('bar(0);\nfoo(1);\n', ['foo(', 'bar(('], ['1)', '1))']);
    expect(await reduced(trial)).toBe('bar(0);\nbar((1));\n');
  });
});

describe('what a fix does not need', () => {
  const both = "import { log } from './log.js';\n";

  it.each<[string, string, readonly (readonly [string, string])[], string]>([
    [
      'edits elsewhere, all of them',
      'foo(1);\na(2);\nb(3);\n',
      [
        ['foo', 'bar'],
        ['2', '4'],
        ['3', '5'],
      ],
      'bar(1);\na(2);\nb(3);\n',
    ],
    [
      'an added line',
      'foo(1);\nrun(2);\n',
      [
        ['foo', 'bar'],
        ['run(2);', 'more();\nrun(2);'],
      ],
      'bar(1);\nrun(2);\n',
    ],
    [
      'an added group in brackets',
      'foo(1);\nrun(2);\n',
      [
        ['foo', 'bar'],
        ['2', '[{}]'],
      ],
      'bar(1);\nrun(2);\n',
    ],
    [
      'a bare import that nothing uses',
      'run();\nfoo(1);\n',
      [
        ['foo', 'bar'],
        ['run', `${both}run`],
      ],
      'run();\nbar(1);\n',
    ],
  ])('goes: %s', async (_, before, changes, after) => {
    expect(await reduced(trialOf(`const bar = 0, more = 0;\n${before}`, ...changes))).toBe(
      `const bar = 0, more = 0;\n${after}`,
    );
  });

  it.each<[string, string, readonly (readonly [string, string])[]]>([
    ['the edit of the match', 'foo(1);\n', [['foo', 'bar']]],
    [
      'an edit that touches the match',
      'foo(1);\n',
      [
        ['foo', 'bar'],
        ['(1', '((1'],
        [');', '));'],
      ],
    ],
    [
      'an import that went with its last use',
      "import { foo } from './f.js';\nfoo(1);\n",
      [
        ["import { foo } from './f.js';\n", ''],
        ['foo(', 'bar('],
      ],
    ],
    [
      'half a square bracket',
      'foo(1);\nrun(2);\n',
      [
        ['foo', 'bar'],
        ['run(', '[run('],
        ['2);', '2)];'],
      ],
    ],
    [
      'a declaration that the new code uses',
      'run(2);\nfoo(1);\n',
      [
        ['foo', 'baz'],
        ['run(2);', 'const baz = 1;\nrun(2);'],
      ],
    ],
  ])('stays: %s', async (_, before, changes) => {
    const trial = trialOf(`const bar = 0;\n${before}`, ...changes);
    expect(await reduced(trial)).toBe(trial.after);
  });

  it('is not looked for where syntax is not understood', async () => {
    const trial = trialOf('foo(1)\nrun(2)\n', ['foo', 'bar'], ['2', '3']);
    expect(await reduced({ ...trial, path: 'a.py' })).toBe(trial.after);
  });
});

describe('lines touched', () => {
  it.each([
    ['a replaced line', 'a\nb\n', 'a\nc\n', 1],
    ['an added line', 'a\n', 'a\nb\n', 1],
    ['a removed line', 'a\nb\n', 'a\n', 1],
    ['one line for three', 'a\nb\nc\nd\n', 'a\nx\n', 3],
    ['two places', 'a\nb\nc\n', 'x\nb\ny\nz\n', 3],
    ['a lost last newline', 'a\nb\n', 'a\nb', 1],
    ['lines that look like a header', '-- a\n++ b\n', '-- c\n++ b\n', 1],
    ['nothing', 'a\n', 'a\n', 0],
  ])('%s', (_, before, after, expected) => {
    expect(linesTouched([{ file: 'x', diff: unifiedDiff('x', before, after) }])).toBe(expected);
  });
});
