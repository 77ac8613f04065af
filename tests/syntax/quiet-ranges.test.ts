import { describe, expect, test } from 'vitest';
import { quietRanges } from '../../src/syntax/quiet-ranges.js';

const quiet = (path: string, text: string) =>
  quietRanges(path, text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('where comments and strings stand', () => {
  test.each([
    ['a.sh', `say "it's" # it's\n`, [`comment # it's`]],
    ['a.sh', `say \\"x # it's "y"\n`, [`comment # it's "y"`]],
    ['a.sh', `say \\\\"x # y"\n`, []],
    ['a.sh', `say "x # y\n`, ['comment # y']],
    ['a.rb', `puts 'a' # b\n`, [`string 'a'`, 'comment # b']],
    ['a.rb', `puts \\'a # it's\n`, [`comment # it's`]],
    ['a.css', `a { b: "/*" } /* c */`, ['comment /* c */']],
    ['a.css', `a { b: "c /* d */\n`, ['comment /* d */']],
    ['a.html', `<!-- a --> /* b */ x/*c*/ /* d`, ['comment <!-- a -->', 'comment /* b */']],
    ['a.html', ` /* a <!-- b -->\n// c\n`, ['comment <!-- b -->', 'comment // c']],
  ])('%s: %s', (path, text, ranges) => expect(quiet(path, text)).toEqual(ranges));
});

describe('a text that opens many comments or strings and closes none takes no longer than another', () => {
  test.each([
    ['a.sh', '\\"'],
    ['a.yml', '\\"'],
    ['a.css', '\\"'],
    ['a.css', "\\'"],
    ['a.rb', "\\'"],
    ['a.html', ' /*'],
    ['a.html', '<!--'],
    ['a.py', '"""\\"'],
    ['a.go', '"""'],
    ['a.sql', "\\'"],
    ['a.md', '<!--'],
  ])('%s: %s', (path, opener) => {
    const start = performance.now();
    quietRanges(path, `"' ${opener.repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
