import { describe, expect, it } from 'vitest';
import { displayWidth, graphemesOf, isPlain } from '../../src/reporters/display-width.js';
import { codeBlock, codeSpan, proseOf } from '../../src/reporters/markdown.js';
import { paletteOf } from '../../src/reporters/palette.js';
import { tableText } from '../../src/reporters/table-text.js';
import { wrapText } from '../../src/reporters/wrap-text.js';

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
});

describe('Markdown', () => {
  it('cannot be broken out of', () => {
    expect(codeSpan('a `b`` c`')).toBe('``` a `b`` c` ```');
    expect(codeBlock('diff', '```\n~~~\n')).toBe('````diff\n```\n~~~\n````');
    expect(proseOf('[x](http://e) <b> # *')).toBe('\\[x\\](http://e) \\<b\\> \\# \\*');
  });
});
