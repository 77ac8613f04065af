import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.js';
import { displayWidth, graphemesOf, isPlain } from '../../src/reporters/text/display-width.js';
import { fieldsText } from '../../src/reporters/text/fields-text.js';
import { codeBlock, codeSpan, proseOf } from '../../src/reporters/text/markdown.js';
import { nextText } from '../../src/reporters/text/next-text.js';
import { paletteOf } from '../../src/reporters/text/palette.js';
import { problemText } from '../../src/reporters/text/problem-text.js';
import { tableText } from '../../src/reporters/text/table-text.js';
import { wrapText } from '../../src/reporters/text/wrap-text.js';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['你好', 4],
    ['ｆｕｌｌ', 8],
    ['한국', 4],
    ['🎉', 2],
    ['👩‍👩‍👧', 2],
    ['❤️', 2],
    ['→…│', 3],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('takes no character for plain that joins with another or is no column wide', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isPlain);
    expect(units.length).toBeGreaterThan(100);
    // Beside what is not plain everything is looked at closely.
    for (const unit of units) {
      expect(graphemesOf(`a${unit}${unit}你`)).toEqual(['a', unit, unit, '你']);
      expect(displayWidth(`你${unit}`)).toBe(3);
    }
  });
});

describe('wrapText', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one', 80, ['one']],
    ['', 10, ['']],
    ['unbreakable word', 5, ['unbreakable', 'word']],
    ['你好 世界', 6, ['你好', '世界']],
    ['one  two', 4, ['one', 'two']],
  ])('%j at %i', (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });
});

describe('tableText', () => {
  it('aligns by display width and ends no line in spaces', () => {
    const text = tableText(
      ['A', 'B'],
      [
        ['你', 'x'],
        ['longer', ''],
        ['\u001b', 'y'],
      ],
      paletteOf(false),
    );
    expect(text).toBe('A       B\n你      x\nlonger\n\\x1b    y\n');
  });

  it('puts the columns that do not fit on lines below, in every row alike', () => {
    const rows = [
      ['one', 'two', 'three', 'four'],
      ['1', '2', '3', '4'],
    ];
    const text = tableText(['A', 'B', 'C', 'D'], rows, paletteOf(false), 9);
    expect(text).toBe('A    B\n  C\n  D\none  two\n  three\n  four\n1    2\n  3\n  4\n');
    expect(tableText(['A', 'B', 'C', 'D'], rows, paletteOf(false), 15)).toContain('one  two  three\n  four\n');
  });
});

describe('fieldsText', () => {
  it('goes on with a long value below itself, leaves code whole and what is null out', () => {
    const fields = [
      { name: 'a', value: 'one two' },
      { name: 'long', value: null },
      { name: 'bc', value: 'three four', isCode: true as const },
    ];
    expect(fieldsText(fields, 8)).toBe('a   one\n    two\nbc  three four\n');
  });
});

describe('nextText', () => {
  it.each([
    ['specflow heal  (why)', 80, 'Next: specflow heal  (why)\n'],
    ['specflow heal  (why)', 20, 'Next: specflow heal\n  (why)\n'],
    ["specflow heal 'a  (b'", 10, "Next: specflow heal 'a  (b'\n"],
  ])('%s at %i', (step, width, text) => {
    expect(nextText(step, paletteOf(false), width)).toBe(text);
  });
});

describe('problemText', () => {
  const problem: Problem = {
    code: 'a/b',
    severity: 'invalid',
    file: 'x.yml',
    line: 1,
    column: 2,
    message: 'Something is wrong.',
    help: 'Do this\nor that instead.',
  };

  it('shows of a long line what stands around the place', () => {
    const long = { ...problem, column: 300 };
    const line = `${'a '.repeat(149)} here ${'z '.repeat(200)}`;
    const shown = (width: number): string => problemText(long, paletteOf(false), width, line).split('\n')[2] ?? '';
    expect(shown(40)).toHaveLength(40);
    expect(shown(40)).toMatch(/^ {3}1 \| ….* here z.*…$/);
    expect(shown(Number.POSITIVE_INFINITY)).toMatch(/^ {3}1 \| ….* here z.*…$/);
    expect(problemText(problem, paletteOf(false), 80, '\tx: 1')).toContain('   1 | \\tx: 1\n');
  });

  it('keeps to the width of a terminal, and to one line where nobody is there to read it', () => {
    expect(problemText(problem, paletteOf(false), 21)).toBe(
      'error[a/b]:\n  Something is wrong.\n  --> x.yml:1:2\n  help: Do this\n        or that\n        instead.\n',
    );
    expect(problemText(problem, paletteOf(false), Number.POSITIVE_INFINITY)).toBe(
      'error[a/b]: Something is wrong.\n  --> x.yml:1:2\n  help: Do this\n        or that instead.\n',
    );
  });
});

describe('Markdown', () => {
  it('cannot be broken out of', () => {
    expect(codeSpan('a `b`` c`')).toBe('``` a `b`` c` ```');
    expect(codeBlock('diff', '```\n~~~\n')).toBe('````diff\n```\n~~~\n````');
    expect(proseOf('[x](http://e) <b> # *')).toBe('\\[x\\](http://e) \\<b\\> \\# \\*');
  });
});
