import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCode, isCodeIn } from '../../src/syntax/is-code.js';
import { languageOf } from '../../src/syntax/language-of.js';
import { lexicalPlaces } from '../../src/syntax/lexical-places.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import { readCategories } from '../bench/heal/read-cases.js';

/** The text with `_` for what is quiet and `?` for what only a parser can tell. */
function shown(text: string, path = 'a.tsx'): string {
  const language = languageOf(path);
  if (language === null) throw new Error(`nobody parses ${path}`);
  const placeOf = lexicalPlaces(text, language);
  return [...text]
    .map((char, offset) => ({ code: char, quiet: '_', unknown: '?' })[placeOf(offset) ?? 'unknown'])
    .join('');
}

describe('what is told without parsing', () => {
  test.each([
    ['a = "b\\"c" + 1', 'a = "_____?+ 1'],
    [`'use strict'\n// a\n;b()`, `'___________?____??b()`],
    ['a // b\nc /* d\n */ e', 'a ____\nc ________ e'],
    ['a = `b${ c + `d` }e`;f', 'a?=??_???c?+??_???_?;f'],
    ['a / b / c', 'a / b / c'],
    ['a = /b[/]c/g.test(d)', 'a = /_______.test(d)'],
    ['return /b/', 'return /__'],
    ['a.return / b / c', 'a.return / b / c'],
    ['myreturn / b / c', 'myreturn / b / c'],
    ['f(a, ")(") / b', 'f(a, "___) / b'],
    ['a // b\n// c)\n/d/.e', 'a ____\n_____\n/d/.e'],
    ['x => /a/', 'x => /__'],
    ['!/a/.b', '!/__.b'],
    ['a < b', 'a < b'],
    ['a << b', 'a << b'],
    ['i++ < 10', 'i++ < 10'],
    ['i+++<a>"</a>', 'i+++<???????'],
    ['i+++       <a>"</a>', 'i+++       <???????'],
    ['const a = <T,>(b: T) => b', 'const a = <T,>(b: T) => b'],
    ['const a = <T extends B>(b: T) => "c"', 'const a = <T extends B>(b: T) => "__'],
    ['a = <b c="d" e={f}>it\'s {g} // h</b>', 'a = <b c="__?e={f}>_____{g}_____</b>'],
    ['a = <><B.c /> d</>; "e"', 'a = <><B.c />__</>; "__'],
    ['a = b && <p>/* c */</p>', 'a = b && <p>_______</p>'],
    ['a = <p /* b */ c // d\n>e</p>', 'a = <p _______ c ____\n>_</p>'],
  ])('%s', (text, expected) => expect(shown(text)).toBe(expected));

  test.each([
    ['a.ts', 'a! / b / c', 'a! ???????'],
    ['a.ts', 'if (a) /b/.test(c)', 'if (a) ???????????'],
    ['a.ts', 'f\n(a)\n{}\n/b/', 'f\n(a)\n{}\n???'],
    ['a.js', 'await / 2', 'await ???'],
    ['a.js', 'a <!-- b', 'a ??????'],
    ['a.js', 'a\n--> b', 'a\n?????'],
    ['a.ts', 'a = "b', 'a = ??'],
    ['a.ts', 'a = 1 /* b', 'a = 1 ????'],
    ['a.tsx', 'type A = { <T>(b: T): "c" }', 'type A = { ????????????????'],
    ['a.tsx', 'a = <b>c</d>', 'a = ????????'],
    ['a.tsx', 'a = <B<C> d="e" />', 'a = ??????????????'],
  ])('in %s no more than is sure: %s', (path, text, expected) => expect(shown(text, path)).toBe(expected));

  test('angle brackets are no tags where there are none', () => {
    expect(shown('a = <b>"c"', 'a.ts')).toBe('a = <b>"__');
  });

  test('takes no longer for a text that opens much and closes nothing', () => {
    for (const opener of ['/*', '`${', '<a>', '(', '"\\', '/[', '{`', ') /']) {
      const start = performance.now();
      lexicalPlaces(opener.repeat(50_000), { lang: 'tsx' })(10);
      expect(performance.now() - start, opener).toBeLessThan(1000);
    }
  });
});

/** Where it says something else of a text than its syntax does, and how much of it is told at all. */
function compare(path: string, text: string, step = 1): { readonly wrong: readonly string[]; readonly told: number } {
  const tree = parseSyntax(path, text);
  const language = languageOf(path);
  if (tree === null || language === null) return { wrong: [], told: 1 };
  const placeOf = lexicalPlaces(text, language);
  const wrong: string[] = [];
  let asked = 0;
  let told = 0;
  for (let offset = 0; offset < text.length; offset += step) {
    const place = placeOf(offset);
    asked++;
    if (place === null) continue;
    told++;
    const isAgreed = place === 'quiet' && tree.errors.length > 0 ? true : isCodeIn(tree, offset) === (place === 'code');
    if (!isAgreed) wrong.push(`${path}: ${place} ${JSON.stringify(text.slice(offset, offset + 20))}`);
  }
  return { wrong, told: asked === 0 ? 1 : told / asked };
}

describe('what is told and what syntax says', () => {
  test('is the same in the cases of heal, and nearly all is told', () => {
    const texts = readCategories().flatMap(({ cases }) => cases.flatMap(({ before }) => [...before]));
    const compared = texts.filter(([path]) => languageOf(path) !== null).map(([path, text]) => compare(path, text, 3));
    expect(compared.flatMap(({ wrong }) => wrong)).toEqual([]);
    const share = compared.reduce((sum, { told }) => sum + told, 0) / compared.length;
    expect(share).toBeGreaterThan(0.9);
  });

  const gap = fc.constantFrom('', '', ' ', '\n', '/* a " */', '// b `\n', '/* c */ // )\n');
  const { expression, program } = fc.letrec<{ expression: string; statement: string; program: string }>((tie) => {
    const inner = tie('expression');
    const put = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
      fc
        .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)), gap)
        .map((texts) => texts.join(''));
    const atom = fc.constantFrom(
      ...['a', 'of', 'b.return', '1', '"/*"', "'`'", '`//`', '/[/"]/g', '[]', '{}', 'this', 'c!', '(d)', 'e()', 'i++'],
    );
    return {
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        put(inner, gap, fc.constantFrom('/', '<', '+', '<<', '>', '&&', ',', '=', '?.'), gap, inner),
        put('(', gap, inner, gap, ')'),
        put('`"${', gap, inner, gap, '}//`'),
        put('f(', inner, ',', gap, inner, ')'),
        put('{ a:', gap, inner, '}'),
        put('[', inner, gap, ']'),
        put('x =>', gap, inner),
        put('() => {', tie('statement'), '}'),
        put(fc.constantFrom('!', 'typeof ', 'await ', 'void ', '++', '-'), gap, inner),
        put(inner, '[', inner, ']'),
        put('<p q="//" r={', inner, "}>it's {", inner, '} /* s */</p>'),
        put('<><T />{', gap, '}"</>'),
        put('<T,>(u: T) =>', gap, inner),
        put('v<W>(', inner, ')'),
      ),
      statement: fc.oneof(
        put(inner, fc.constantFrom(';', '\n')),
        put('if (', inner, ')', gap, inner, '\n'),
        put('for (const x of', gap, inner, ') {', inner, '}', gap),
        put('return', gap, inner, ';'),
        put('const y:', gap, fc.constantFrom('string', 'Array<"/*">', '{ <T>(z: T): void }'), '=', inner, ';'),
      ),
      program: put(tie('statement'), tie('statement'), tie('statement')),
    };
  });

  test.each(['a.ts', 'a.tsx', 'a.js', 'a.cjs'])('is the same in %s, whatever is written there', (path) => {
    let parsed = 0;
    fc.assert(
      fc.property(fc.oneof(program, expression), (text) => {
        if (parseSyntax(path, text)?.errors.length === 0) parsed++;
        expect(compare(path, text).wrong).toEqual([]);
      }),
      { numRuns: 1500 },
    );
    expect(parsed).toBeGreaterThan(100);
  });
});

describe('isCode', () => {
  test('takes a text that does not parse for code throughout', () => {
    expect(isCode('a.ts', 'a = "b', 5)).toBe(true);
    expect(isCode('a.ts', '// b\nc = (', 3)).toBe(true);
  });

  test('knows the parameters of what is decorated', () => {
    expect(isCode('a.ts', 'class A { b(@C("d") e) {} }', 16)).toBe(false);
  });
});
