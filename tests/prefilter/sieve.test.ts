import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planScan } from '../../src/prefilter/plan-scan.js';
import { openSieve } from '../../src/prefilter/sieve.js';
import { asciiTexts, lettersOf, regexes, texts } from './arbitrary-regex.js';

const all = (patterns: readonly RegExp[]): Uint8Array => new Uint8Array(patterns.length).fill(1);

function matching(patterns: readonly RegExp[], text: string): readonly number[] {
  const sieve = openSieve(patterns, planScan(patterns));
  const bytes = Buffer.from(text);
  const candidates = sieve.sift(bytes, all(patterns));
  return candidates === null
    ? []
    : [...sieve.confirm(text, bytes.length === text.length, candidates)].sort((a, b) => a - b);
}

function naively(patterns: readonly RegExp[], text: string): readonly number[] {
  return patterns.flatMap((regex, index) => (text.search(regex) === -1 ? [] : [index]));
}

describe('a sieve', () => {
  it.each([
    ['ASCII', asciiTexts],
    ['any', texts],
  ])('finds what each regex finds by itself, in %s text', (name, arbitrary) => {
    fc.assert(
      fc.property(fc.array(regexes, { minLength: 1, maxLength: 6 }), arbitrary, (patterns, random) => {
        const letters = patterns.map(lettersOf).join('');
        const text = name === 'ASCII' ? letters.replace(/[^\x00-\x7f]/g, '') + random : letters + random;
        expect(matching(patterns, text)).toEqual(naively(patterns, text));
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, RegExp[], string]>([
    ['a match that begins before an earlier hit', [/x{0,5}foo|bar12/], 'bar12 xxxxxfoo'],
    ['a window at either end of the text', [/debugger/], 'debugger'],
    ['white space of any length before a window', [/return\s+eval/], `return${' \n'.repeat(400)}eval`],
    ['a hit that is none, then one', [/catch\s*\(\)/], 'catch (e) catch ()'],
    ['an empty text', [/a*/, /eval/], ''],
    ['more hits than are gone through', [/catch\d/, /evil/], `${'catch '.repeat(20_000)}evil catch7`],
  ])('sees %s', (_, patterns, text) => {
    expect(matching(patterns, text)).toEqual(naively(patterns, text));
  });

  it('asks only for what is asked', () => {
    const patterns = [/eval\(/, /debugger/];
    const sieve = openSieve(patterns, planScan(patterns));
    expect(sieve.sift(Buffer.from('eval( debugger'), Uint8Array.of(0, 0))).toBeNull();
    expect(
      sieve.sift(Buffer.from('eval( debugger'), Uint8Array.of(0, 1))?.patterns.map(({ pattern }) => pattern),
    ).toEqual([1]);
  });
});
