import { describe, expect, test } from 'vitest';
import { endsRange, speaksOfNext } from '../../src/syntax/next-line-comment.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';

/** The comment that a text begins with. */
function commentOf(text: string) {
  const comment = parseSyntax('a.ts', `${text}\na();\n`)?.comments[0];
  if (!comment) throw new Error(`${text} is no comment`);
  return comment;
}

describe('a comment', () => {
  test.each([
    ['// eslint-disable-next-line no-console', 'line'],
    ['/* eslint-disable-next-line\n no-console */', 'line'],
    ['// tslint:disable-next-line:no-any', 'line'],
    ['// Stryker disable next-line all', 'line'],
    ['// deno-lint-ignore no-explicit-any', 'line'],
    ['// $FlowFixMe[incompatible-type]', 'line'],
    ['/* c8 ignore next */', 'open-line'],
    ['/* node:coverage ignore next 3 */', 'open-line'],
    ['// @ts-ignore', 'code-line'],
    ['///@ts-expect-error why', 'code-line'],
    ['/* why\n * @ts-ignore */', 'code-line'],
    ['// biome-ignore lint/a/b: why', 'syntax'],
    ['/** prettier-ignore */', 'syntax'],
    ['/* istanbul ignore else */', 'syntax'],
    ['/* v8 ignore next -- @preserve */', 'syntax'],
    ['// noinspection JSUnusedGlobalSymbols', 'syntax'],
  ])('speaks of what follows: %s', (text, spoken) => expect(speaksOfNext(commentOf(text))).toBe(spoken));

  test.each([
    '// Not by @ts-ignore',
    '// see eslint-disable-next-line',
    '// the next-line rule',
    '/* @ts-ignore\n was here */',
    '/* eslint-disable no-console */',
    '// eslint-disable-line no-console',
    '// biome-ignore-start lint/a/b: why',
    '// biome-ignore-all lint/a/b: why',
    '// prettier-ignore-end',
    '/* istanbul ignore file */',
    '/* c8 ignore start */',
    '// deno-lint-ignore-file',
    '// @ts-nocheck',
  ])('does not: %s', (text) => expect(speaksOfNext(commentOf(text))).toBeNull());

  test.each([
    ['/* eslint-enable */', true],
    ['// oxlint-enable no-console', true],
    ['// tslint:enable', true],
    ['// biome-ignore-end lint/a/b: why', true],
    ['/* v8 ignore stop */', true],
    ['// #endregion', true],
    ['// endregion', true],
    ['/* eslint-disable */', false],
    ['// Ends what start began', false],
  ])('ends a range: %s, %s', (text, ends) => expect(endsRange(commentOf(text))).toBe(ends));
});
