import { describe, expect, test } from 'vitest';
import { isCode } from '../../src/syntax/is-code.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import { placeAt } from '../../src/syntax/place-at.js';

/** The place of the text between the guillemets, which are taken out first. */
function place(marked: string, path = 'a.tsx'): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const tree = parseSyntax(path, marked.replace(/[«»]/g, ''));
  return tree ? placeAt(tree, { start, end }) : 'no tree';
}

describe('placeAt', () => {
  test.each([
    ['«a» = 1', 'code'],
    ['a = «"b"»', 'code'],
    ['a = "«b»"', 'string'],
    ['a = "b«c»d"', 'string'],
    ['a = «"b»"', 'string'],
    ["a = '😀«b»'", 'string'],
    ['«a = "b"»', 'code'],
    ['// «a»', 'comment'],
    ['«// a»', 'comment'],
    ['/* «a» */ b', 'comment'],
    ['f(/* «a» */)', 'comment'],
    ['#!/usr/bin/«env» node\na', 'comment'],
    ['a = `«b»`', 'template-text'],
    ['a = «`b`»', 'code'],
    ['a = `b${«c»}d`', 'code'],
    ['a = `b${c}«d»`', 'template-text'],
    ['a = `b${«"c"»}d`', 'code'],
    ['a = `b${"«c»"}d`', 'string'],
    ['a = `b${`«c»`}d`', 'template-text'],
    ['a = /«b»/g', 'regex-literal'],
    ['a = «/b/g»', 'code'],
    ['a = <p>«b»</p>', 'jsx-text'],
    ['a = <p>{«b»}</p>', 'code'],
    ['a = <p title="«b»" />', 'jsx-attribute'],
    ['a = <p title=«"b"» />', 'code'],
    ['a = <p «title»="b" />', 'code'],
    ['a = <p title={"«b»"} />', 'string'],
    ['a = <p>{/* «b» */}</p>', 'comment'],
    ['type T = «string»', 'type'],
    ['type T = { a: "«b»" }', 'string'],
    ['type T = { «a: "b"» }', 'type'],
    ['const a«: string» = b', 'type'],
    ['const a = b as «string»', 'type'],
    ['const a = «b» as string', 'code'],
    ['interface I { «a»: 1 }', 'type'],
    ['f<«T»>(a)', 'type'],
    ['enum E { «a» = 1 }', 'code'],
    ['namespace N { «a» = 1 }', 'code'],
    ['@«a»() class B {}', 'decorator'],
    ['@«a»() export class B {}', 'decorator'],
    ['@a() @b({ c: «d» }) export default class B {}', 'decorator'],
    ['export @a({ b: «c» }) class B {}', 'decorator'],
    ["@a({ b: 'c «d» e' }) export class B {}", 'string'],
    ['@a() export class B { c = «d» }', 'code'],
    ['@a() class «B» {}', 'code'],
    ['"use «client»"; a', 'directive'],
    ['«"use client"»; a', 'directive'],
    ['class A { #«b» = 1 }', 'code'],
    ['a = («b', 'unparsed'],
  ])('%s is %s', (marked, expected) => {
    expect(place(marked)).toBe(expected);
  });
});

describe('isCode', () => {
  test.each([
    ['a = «"b"', true],
    ['a = "«b"', false],
    ['«// a', false],
    ['a = «`b`', true],
    ['a = `«b`', false],
    ['a = `b«${c}`', false],
    ['a = `b${«c}`', true],
    ['a = «/b/', true],
    ['a = /«b/', false],
    ['a = <p>«b</p>', false],
    ['a = <p>{«b}</p>', true],
    ['let a: «b', true],
    ['let a: "«b"', false],
    ['«"use strict"; a', true],
    ['"«use strict"; a', false],
    ['a =«', true],
  ])('%s: %s', (marked, expected) => {
    expect(isCode('a.tsx', marked.replace('«', ''), marked.indexOf('«'))).toBe(expected);
  });

  test('what cannot be told is code', () => {
    expect(isCode('a.py', '# a', 2)).toBe(true);
    expect(isCode('a.ts', 'const = "a"', 9)).toBe(true);
  });
});
