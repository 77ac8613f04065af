import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compilePattern,
  matchesEverywhere,
  matchesOnlyPositions,
} from '../../../src/contract/compile/compile-pattern.js';
import type { Pattern } from '../../../src/model/contract.js';

function compiled(written: string): string {
  const result = compilePattern(written);
  return result.kind === 'pattern'
    ? String(result.pattern.regex)
    : `${result.complaint.code}: ${result.complaint.message}`;
}

describe('compilePattern', () => {
  it.each([
    ['/foo/', '/foo/g'],
    ['/foo/ims', '/foo/gims'],
    ['/a\\/b/i', '/a\\/b/gi'],
    ['/https?://x/', '/https?:\\/\\/x/g'],
    ['foo', '/foo/g'],
    ['a/b/c', '/a\\/b\\/c/g'],
    ['useToast()', '/useToast()/g'],
    ['/a\nb/s', '/a\\nb/gs'],
    ['/[\\]\\/]/', '/[\\]\\/]/g'],
    ['/(a)\\1/', '/(a)\\1/g'],
    ['/[\\1]/', '/[\\1]/g'],
    ['/\\\\A/', '/\\\\A/g'],
    ['/[[:]x/', '/[[:]x/g'],
    ['/a{,}/', '/a{,}/g'],
    ['/[^]/', '/[^]/g'],
    ['/(?<=a)b(?!c)(?<n>d)\\k<n>/', '/(?<=a)b(?!c)(?<n>d)\\k<n>/g'],
    ['/a\\++/', '/a\\++/g'],
  ])('%s becomes %s', (written, regex) => {
    expect(compiled(written)).toBe(regex);
  });

  it.each([
    ['', 'pattern/empty'],
    ['//', 'pattern/empty'],
    ['/  /', 'pattern/empty'],
    ['/', 'pattern/unclosed'],
    ['/foo', 'pattern/unclosed'],
    ['/foo\\/', 'pattern/unclosed'],
    ['/foo/bar-baz', 'pattern/unclosed'],
    ['/api/users', 'pattern/flags'],
    ['/a/g', 'pattern/flags'],
    ['/a/y', 'pattern/flags'],
    ['/a/u', 'pattern/flags'],
    ['/a/v', 'pattern/flags'],
    ['/a/d', 'pattern/flags'],
    ['/a/x', 'pattern/flags'],
    ['/a/ii', 'pattern/flags'],
    ['/a/I', 'pattern/flags'],
    ['/$.ajax/', 'pattern/never-matches'],
    ['foo$bar', 'pattern/never-matches'],
    ['/(/', 'pattern/invalid'],
    ['[z-a]', 'pattern/invalid'],
    ['*', 'pattern/invalid'],
    ['(?:a{1000}){100000000000000}(?:', 'pattern/invalid'],
    ['x'.repeat(10_001), 'pattern/too-long'],
  ])('%s is refused: %s', (written, code) => {
    expect(compiled(written).split(':')[0]).toBe(code);
  });

  it.each([
    ['\\Afoo', '\\A'],
    ['foo\\Z', '\\Z'],
    ['foo\\z', '\\z'],
    ['(?i)foo', '(?i)'],
    ['(?im-s:foo)', '(?im-s:'],
    ['a(?-i)b', '(?-i)'],
    ['(?P<name>x)', '(?P<name>'],
    ['(?P=name)', '(?P=name)'],
    ["(?'name'x)", "(?'name'"],
    ['[[:alpha:]]', '[:alpha:]'],
    ['[^_[:digit:]]', '[:digit:]'],
    ['[:space:]+', '[:space:]'],
    ['\\Qa.b\\E', '\\Q'],
    ['a\\h+b', '\\h'],
    ['[\\h]', '\\h'],
    ['a\\R', '\\R'],
    ['a\\Kb', '\\K'],
    ['\\p{L}+', '\\p{L}'],
    ['\\x{41}', '\\x{41}'],
    ['\\u{1F600}', '\\u{1F600}'],
    ['a++', '++'],
    ['a*+b', '*+'],
    ['a{2,3}+', '{2,3}+'],
    ['(?>a)', '(?>'],
    ['(?#note)a', '(?#note)'],
    ['(?R)', '(?R)'],
    ['(?|a|b)', '(?|'],
    ['a{,3}', '{,3}'],
    ['[]abc]', '[]'],
    ['(a)\\2', '\\2'],
    ['\\1a', '\\1'],
  ])('%s is refused, naming %s and the JavaScript way', (written, found) => {
    const result = compilePattern(written);
    if (result.kind === 'pattern') throw new Error(`${written} was read as ${result.pattern.regex}`);
    expect(result.complaint.code).toBe('pattern/foreign-syntax');
    expect(result.complaint.message).toContain(`\`${found}\` (character ${written.indexOf(found) + 1} `);
    expect(result.complaint.help).toBeTruthy();
  });

  it('says the reason JavaScript gives', () => {
    expect(compiled('/(/')).toContain('unterminated group');
    expect(compiled('/[b-a]/')).toContain('range out of order in character class');
  });

  it('never throws and never makes a sticky or unicode regex', () => {
    const dense = fc.string({ unit: fc.constantFrom(...'ab\\/[](){}?*+^$|.:<>P=#!,1iQEAZhpx&-g') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), dense), (written) => {
        const result = compilePattern(written);
        if (result.kind === 'refused') return result.complaint.message !== '';
        const { regex } = result.pattern;
        return regex.global && !/[yuvd]/.test(regex.flags) && regex.lastIndex === 0;
      }),
      { numRuns: 3000 },
    );
  });
});

function patternOf(written: string): Pattern {
  const result = compilePattern(written);
  if (result.kind === 'refused') throw new Error(result.complaint.message);
  return result.pattern;
}

describe('patterns that match nothing in particular', () => {
  it.each(['a*', '(foo)?', '|a', '(?=)', '(?!x)', 'q?', '[^a]*', '\\d*', ' *'])('%s matches everywhere', (source) => {
    expect(matchesEverywhere(patternOf(source))).toBe(true);
  });

  it.each(['^\\s*$', '^', '$', '\\b', 'a+', '^$', 'a', '\\s'])('%s does not', (source) => {
    expect(matchesEverywhere(patternOf(`/${source}/m`))).toBe(false);
  });

  it.each(['^', '\\b', '^$', '(?=a(b|c))', '^(?![\\s\\S]*foo)', '(?:^|$)(?<!x)'])(
    '%s matches positions only',
    (source) => {
      expect(matchesOnlyPositions(patternOf(source))).toBe(true);
    },
  );

  it.each(['a', '^\\s*$', 'x(?=a)', '(?=a)b', '\\\\b', '[(?=]', '\\('])('%s matches text', (source) => {
    expect(matchesOnlyPositions(patternOf(source))).toBe(false);
  });
});
