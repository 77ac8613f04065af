import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/reporters/text/display-width.js';
import { partsText } from '../../../src/reporters/text/parts-text.js';
import { wrapIndented, wrapLines, wrapText } from '../../../src/reporters/text/wrap-text.js';

describe('a text in lines of a width', () => {
  it.each<readonly [what: string, text: string, width: number, lines: readonly string[]]>([
    ['is broken at spaces', 'one two three', 8, ['one two', 'three']],
    ['keeps two spaces where they fit', 'one  two three', 8, ['one  two', 'three']],
    [
      'keeps a longer word, such as a path, whole',
      'see src/a/long/path.ts now',
      8,
      ['see', 'src/a/long/path.ts', 'now'],
    ],
    ['is broken anywhere in Japanese', '日本語日本語 ok', 8, ['日本語日', '本語 ok']],
    ['begins no line with what closes', '日本語日。本語', 8, ['日本語', '日。本語']],
    ['ends no line with what opens', '日本語「日本語」', 8, ['日本語', '「日本', '語」']],
    ['keeps a word of another script whole', '日本語specflow日本語', 8, ['日本語', 'specflow', '日本語']],
    ['keeps a path with Japanese names whole', 'src/データ/世界.ts', 8, ['src/データ/世界.ts']],
    ['keeps Japanese whole that fits', 'a 日本語日', 8, ['a', '日本語日']],
  ])('%s', (_, text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  it('goes on below where it began, or deeper', () => {
    expect(wrapIndented('  one two', 7)).toEqual(['  one', '  two']);
    expect(wrapIndented('  one two', 7, 2)).toEqual(['  one', '    two']);
    expect(wrapLines('one two\n\n  three four\n', 8)).toBe('one two\n\n  three\n  four\n');
  });
});

describe('parts of a line', () => {
  const parts = [{ text: 'src/a.ts:1' }, { text: 'error', paint: (text: string) => `<${text}>` }, { text: 'X-1' }];

  it.each([
    [undefined, 'src/a.ts:1  <error>  X-1'],
    [22, 'src/a.ts:1  <error>  X-1'],
    [21, 'src/a.ts:1  <error>\n    X-1'],
    [16, 'src/a.ts:1\n    <error>  X-1'],
    [5, 'src/a.ts:1\n    <error>\n    X-1'],
  ])('stay whole in %s columns', (width, text) => {
    expect(partsText(parts, { width, hanging: 4 })).toBe(text);
  });

  it('have one space between them where that is asked for', () => {
    expect(partsText([{ text: '✔ 一' }, { text: 'ok' }], { width: 7, gap: ' ' })).toBe('✔ 一 ok');
    expect(displayWidth('✔ 一 ok')).toBe(7);
  });
});
