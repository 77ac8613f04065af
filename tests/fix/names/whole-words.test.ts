import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeWords } from '../../../src/fix/names/whole-words.js';
import { applyEdits } from '../../../src/model/edit.js';

describe('an edit within a name is one of the whole name', () => {
  it.each([
    ['[ba]r()', 'goo', '[bar]()', 'goor'],
    ['eval[](x)', 'uate', '[eval](x)', 'evaluate'],
    ['[]eval(x)', 'my', '[eval](x)', 'myeval'],
    ['in[]ner', 'X', '[inner]', 'inXner'],
    ['a[-]b', '', '[a-b]', 'ab'],
    ['a[-]b', '+', 'a[-]b', '+'],
    ['é[a]ñ', 'b', '[éañ]', 'ébñ'],
    ['[bad](1)', 'good', '[bad](1)', 'good'],
    ['a;\n[]auth();', 'import x;\n', 'a;\n[]auth();', 'import x;\n'],
    ['x = [1];', 'y', 'x = [1];', 'y'],
  ])('%s → %s', (marked, text, expected, widened) => {
    const read = (spelt: string): [string, { start: number; end: number }] => {
      const start = spelt.indexOf('[');
      return [spelt.replace(/[[\]]/g, ''), { start, end: spelt.indexOf(']') - 1 }];
    };
    const [before, range] = read(marked);
    expect(wholeWords(before, { range, text })).toEqual({ range: read(expected)[1], text: widened });
  });

  it('makes the same text of any', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '$', ' ', '.', '\n') });
    fc.assert(
      fc.property(word, word, word, word, (left, out, right, text) => {
        const edit = { range: { start: left.length, end: left.length + out.length }, text };
        const before = left + out + right;
        expect(applyEdits(before, [wholeWords(before, edit)])).toBe(applyEdits(before, [edit]));
      }),
    );
  });
});
