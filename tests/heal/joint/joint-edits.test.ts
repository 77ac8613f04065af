import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isImportEdit, JointEdits } from '../../../src/heal/joint/joint-edits.js';
import type { Edit } from '../../../src/model/edit.js';

const edit = (start: number, end: number, text: string): Edit => ({ range: { start, end }, text });
const insertAt = (at: number, text: string): Edit => edit(at, at, text);

describe('edits of several fixes', () => {
  const isShared = ({ text }: Edit): boolean => text === 'import';
  const touch = (a: Edit, b: Edit): boolean => a.range.start <= b.range.end && b.range.start <= a.range.end;
  const same = (a: Edit, b: Edit): boolean => JSON.stringify(a) === JSON.stringify(b);

  it('are taken in as long as each fix has something of its own and stays clear of the others', () => {
    const any = fc
      .tuple(fc.nat(6), fc.nat(1), fc.constantFrom('x', 'import'))
      .map(([start, length, text]) => edit(start, start + length, text));
    const fix = fc
      .array(any, { maxLength: 3 })
      .filter((edits) => edits.every((each, at) => edits.every((other, i) => i === at || !touch(each, other))));
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 6 }), (fixes) => {
        const joint = new JointEdits(isShared);
        let taken: readonly Edit[] = [];
        for (const edits of fixes) {
          const own = edits.filter((each) => !taken.some((other) => same(each, other) && isShared(each)));
          const fits = own.length > 0 && !own.some((each) => taken.some((other) => touch(each, other)));
          expect(joint.add(edits)).toBe(fits);
          if (fits) taken = [...taken, ...own];
          expect(joint.all()).toEqual([...taken].sort((a, b) => a.range.start - b.range.start));
        }
      }),
    );
  });
});

it('what one fix puts at one place stays in its order', () => {
  const joint = new JointEdits(() => false);
  expect(joint.add([insertAt(9, 'last'), insertAt(4, 'import'), insertAt(4, 'call')])).toBe(true);
  expect(joint.add([insertAt(0, 'first')])).toBe(true);
  expect(joint.all().map(({ text }) => text)).toEqual(['first', 'import', 'call', 'last']);
});

describe('an edit that imports', () => {
  const TEXT = "import { a } from './a';\nconst run = (load: () => void) => load();\n";

  it.each<[string, Edit, boolean]>([
    ['an import', insertAt(0, "import { b } from './b';\n"), true],
    ['an import on a line of its own', insertAt(24, "\nimport { b } from './b';"), true],
    ['a require', insertAt(0, "const b = require('./b');\n"), true],
    ['a require of parts', insertAt(0, "\n  let { b } = require('./b');\n"), true],
    ['a require in an old file', insertAt(0, "var b=require('./b');\n"), true],
    ['a name in an import that is there', insertAt(TEXT.indexOf(' }'), ', b'), true],
    ['a word that only begins like one', insertAt(25, 'imported();\n'), false],
    ['another constant', insertAt(25, 'const b = load();\n'), false],
    ['an argument', insertAt(TEXT.indexOf(');'), 'a'), false],
    ['a replaced import', edit(0, 24, "import { b } from './b';"), false],
  ])('%s', (_, each, expected) => {
    expect(isImportEdit('src/a.ts', TEXT, each)).toBe(expected);
  });

  it('is told by its text alone where syntax is not understood', () => {
    expect(isImportEdit('a.py', 'import a\n', insertAt(0, 'import b\n'))).toBe(true);
    expect(isImportEdit('a.py', 'import a\n', insertAt(8, ', b'))).toBe(false);
  });
});
