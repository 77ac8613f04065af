import { describe, expect, it } from 'vitest';
import type { Part, Trial } from '../../../src/heal/gates/gate.js';
import { importedNames, treeAfter, whyApart } from '../../../src/heal/joint/stands-together.js';
import { applyEdits, type Edit } from '../../../src/model/edit.js';
import { parseSyntax } from '../../../src/syntax/parse-syntax.js';
import { forbidden, makeRule } from '../../support/make-rule.js';
import { makeTrial } from '../make-trial.js';

const ANY = makeRule({ id: 'ANY' }, forbidden(/\w/));

/** Each fix exchanges texts that stand in the file once; an empty text to be found stands for its beginning. */
function trialOf(path: string, before: string, ...fixes: readonly (readonly (readonly [string, string])[])[]): Trial {
  const editsOf = (fix: readonly (readonly [string, string])[]): readonly Edit[] =>
    fix.map(([find, text]) => {
      const start = before.indexOf(find);
      if (start < 0 || before.indexOf(find, start + 1) >= 0 === (find !== '')) throw new Error(`not once: ${find}`);
      return { range: { start, end: start + find.length }, text };
    });
  const all = fixes.map(editsOf);
  const edits = all
    .flat()
    .filter((edit, at, list) => list.findIndex((each) => JSON.stringify(each) === JSON.stringify(edit)) === at)
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const after = applyEdits(before, edits);
  if (after === null) throw new Error('the fixes overlap');
  const trial = makeTrial([ANY], before, after, { path });
  const [part] = trial.parts;
  const [first, ...rest] = all.map((own): Part => ({ ...part, edits: own }));
  if (first === undefined) throw new Error('no fix');
  return { ...trial, edits, parts: [first, ...rest] };
}

const stands = (before: string, ...fixes: readonly (readonly (readonly [string, string])[])[]): boolean =>
  whyApart(trialOf('src/a.ts', before, ...fixes)) === null;

const IMPORT = "import { a, b } from 'x';\n";

const OTHER = "import y from 'y';\ny();\n";

describe('fixes stand together', () => {
  it.each<[string, string, readonly (readonly (readonly [string, string])[])[]]>([
    ['apart', 'one(1);\ntwo(2);\n', [[['one', 'uno']], [['two', 'dos']]]],
    ['one alone', 'one(1);\n', [[['one', 'uno']]]],
    ['each around the other', 'f(one, two);\n', [[['one', '(1)']], [['two', '(2)']]]],
    [
      'one that wraps',
      'one(1);\ntwo(2);\n',
      [
        [
          ['one(1', 'g(one(1'],
          [');\ntwo', '));\ntwo'],
        ],
        [['2', '3']],
      ],
    ],
    [
      'with an import of their own',
      `${OTHER}one(1);\ntwo(2);\n`,
      [
        [
          ['', "import z from 'z';\n"],
          ['one', 'z'],
        ],
        [['two', 'dos']],
      ],
    ],
    [
      'with the same import',
      `${OTHER}one(1);\ntwo(2);\n`,
      [
        [
          ['', "import z from 'z';\n"],
          ['one', 'z.one'],
        ],
        [
          ['', "import z from 'z';\n"],
          ['two', 'z.two'],
        ],
      ],
    ],
    [
      'that leave an import to others',
      `${IMPORT}a(1);\na(2);\nb(3);\n`,
      [[['a(1)', 'c(1)']], [['b(3)', 'a(3)']], [['{ a, b }', '{ a }']]],
    ],
    [
      'that take an import along',
      `${IMPORT}a(1);\nb(2);\n`,
      [[["import { a, b } from 'x';\n", '']], [['a(1)', 'c(1)']], [['b(2)', 'c(2)']]],
    ],
    ['of an import that was never used', `${IMPORT}f('a');\n`, [[["'a'", "'c'"]]]],
    ['of one use among several', `${IMPORT}a(1);\na(2);\nb(3);\n`, [[['a(1)', 'c(1)']]]],
  ])('%s', (_, before, fixes) => expect(stands(before, ...fixes)).toBe(true));

  it.each<[string, string, readonly (readonly (readonly [string, string])[])[]]>([
    ['that do not parse', 'one(1);\n', [[['one(', 'uno((']]]],
    ['that reach beyond themselves', 'one(1);\nmid();\ntwo(2);\n', [[['one(1);', '/*']], [['two(2);', '*/']]]],
    ['that change how others are read', 'one(1);\ntwo(2);\n', [[['one(1);', 'one(1)\n+']]]],
    ['that leave an import without use', `${IMPORT}a(1);\nb(2);\n`, [[['a(1)', 'c(1)']]]],
    ['that leave it only together', `${IMPORT}a(1);\na(2);\nb(3);\n`, [[['a(1)', 'c(1)']], [['a(2)', 'c(2)']]]],
  ])('not %s', (_, before, fixes) => expect(stands(before, ...fixes)).toBe(false));

  it('is not asked of what is not understood', () => {
    expect(whyApart(trialOf('a.py', 'one(1)\n', [['one(', 'uno((']]))).toBeNull();
    expect(whyApart(trialOf('src/a.ts', 'one(1\n', [['one', 'uno']]))).toBeNull();
  });

  it('gives the new tree', () => {
    const trial = trialOf('src/a.ts', 'one(1);\n', [['one', 'uno']]);
    const tree = parseSyntax('src/a.ts', 'one(1);\n');
    expect(tree && treeAfter(tree, trial)).toMatchObject({ text: 'uno(1);\n' });
  });
});

it('names that a file imports', () => {
  const tree = parseSyntax('src/a.ts', "import a, { b as c } from 'x';\nimport * as d from 'y';\nimport 'z';\nf();\n");
  expect(tree && importedNames(tree)).toEqual(['a', 'c', 'd']);
});
