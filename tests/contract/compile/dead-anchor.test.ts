import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDeadAnchor } from '../../../src/contract/compile/dead-anchor.js';

const shown = (source: string, flags = ''): string | null => findDeadAnchor(source, flags)?.message ?? null;

describe('an anchor that nothing can stand beside', () => {
  it.each([
    ['$.ajax\\(', 'character 1'],
    ['`SELECT.*${', 'character 10'],
    ['foo|(a$b)', 'character 7'],
    ['a ^ b', 'character 3'],
    ['^$\\n', 'character 2'],
    ['[ab]^', 'character 5'],
    ['x$[^]', 'character 2'],
  ])('%s, at %s', (source, place) => {
    expect(shown(source)).toContain(place);
  });

  it('is told with what it means, by lines too', () => {
    expect(findDeadAnchor('foo$bar', '')).toMatchObject({
      code: 'pattern/never-matches',
      message:
        '`$` (character 4 of the pattern) is the end of the text, and `b` cannot follow it, so nothing ever matches there.',
      help: 'Write \\$ for the character itself. With the flag `m` it means the lines.',
    });
    expect(shown('a ^ b', 'm')).toContain('is the start of a line, and ` ` cannot come before it');
  });

  it.each([
    ['^a$'],
    ['(?:^|\\s)a(?:$|\\s)'],
    ['\\$a|[$^]a|a\\^'],
    ['a$\\s*'],
    ['a$x?'],
    ['a$x{0,2}'],
    ['x?^a'],
    ['x*^a'],
    ['(?<=^)a(?=$)'],
    ['(?<!^)a'],
    ['\\b^a$\\b'],
    ['[^a]b'],
    ['[\\]^]b'],
    ['(?<name>^a)'],
    ['a$$'],
    ['(?<$name>a)\\k<$name>'],
    ['(?<größe$>a)'],
  ])('is none of %s', (source) => {
    expect([shown(source), shown(source, 'm')]).toEqual([null, null]);
  });

  it.each([
    ['a$\\n^b'],
    ['a$\\s+b'],
    ['$[^a]'],
    ['\\n^a'],
    ['\\x0a^a'],
    ['\\u000a^a'],
    ['\\cJ^a'],
    ['$.'],
    ['a$\nb'],
    ['a\r\n^b'],
    ['a$\\\nb'],
  ])('is none of %s where ^ and $ mean lines', (source) => {
    expect(shown(source, 'm')).toBeNull();
  });

  it('is not looked for among classes in classes', () => {
    expect(shown('[[a-z]$]x', 'v')).toBeNull();
  });

  it('is told only of patterns that never match', () => {
    const atom = fc.constantFrom('a', 'b', '.', '\\s', '\\n', '[ab]', '[^a]', '^', '$', '(a)', '(?:b|)', '\\b');
    const quantifier = fc.constantFrom('', '', '', '?', '*', '+', '{0}', '{0,2}', '{2}');
    const part = fc
      .tuple(atom, quantifier)
      .map(([each, often]) => (/^(?:[$^]|\\b)$/.test(each) ? each : `${each}${often}`));
    const source = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', ' '), maxLength: 8 });
    let told = 0;
    fc.assert(
      fc.property(
        source,
        fc.constantFrom('', 'm', 's', 'ms'),
        fc.array(text, { minLength: 20, maxLength: 20 }),
        (...asked) => {
          const [pattern, flags, texts] = asked;
          if (findDeadAnchor(pattern, flags) === null) return;
          told++;
          expect(texts.filter((each) => new RegExp(pattern, flags).test(each))).toEqual([]);
        },
      ),
      { numRuns: 5000 },
    );
    expect(told).toBeGreaterThan(100);
  });
});
