import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesOf } from '../../../src/fix/matching/matches-of.js';

it('finds what a search finds, whatever was asked before', () => {
  const regexes = [/a+/g, /(?<first>a)|b/g, /\b/g, /z/g];
  const asked = fc.array(fc.record({ text: fc.constantFrom('aab', 'ba', '', 'b a'), at: fc.nat(3) }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(asked, (questions) => {
      for (const { text, at } of questions) {
        const regex = regexes[at] ?? /z/g;
        expect(matchesOf(text, regex)).toEqual([...text.matchAll(regex)]);
      }
    }),
  );
});

it('remembers the texts before and after a fix', () => {
  const regex = /a/g;
  const [before, after] = [matchesOf('a', regex), matchesOf('aa', regex)];
  expect(matchesOf('a', regex)).toBe(before);
  expect(matchesOf('aa', regex)).toBe(after);
});
