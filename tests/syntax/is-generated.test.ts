import { expect, test } from 'vitest';
import { isGenerated } from '../../src/syntax/is-generated.js';

const LINE = 'const a = 1;\n';

test.each([
  ['a folder of output', 'dist/a.js', LINE],
  ['what a package manager brings', '.yarn/releases/yarn-4.0.2.cjs', LINE],
  ['a name of output', 'src/a.min.js', LINE],
  ['its header', 'src/a.js', `/* @generated */\n${LINE}`],
  ['its lines', 'src/a.js', `/* eslint-disable */\n${LINE.trim().repeat(1000)}\n`],
  [
    'the banner of a minifier, laid out again',
    'src/a.js',
    `/*! jQuery v1.12.4 | (c) jQuery Foundation | jquery.org/license */ ${LINE}`,
  ],
  ['one line without an end', 'src/a.css', 'a{b:c}'.repeat(1000)],
])('a program wrote it, by %s', (_, path, text) => {
  expect(isGenerated(path, text)).toBe(true);
});

test.each([
  ['many lines', 'src/a.js', LINE.repeat(1000)],
  ['a long line among others', 'src/a.js', `${LINE.repeat(100)}const data = '${'x'.repeat(5000)}';\n`],
  ['a short file of one line', 'src/a.js', LINE.trim().repeat(100)],
  [
    'its own banner',
    'src/a.js',
    `/*!\n * express v4.21.0\n * Copyright(c) 2009 A. N. Other\n * MIT Licensed\n */\n${LINE}`,
  ],
  ['a source with a banner of its own', 'src/a.ts', `/*! wide 1.2.0 | MIT licence */\n${LINE}`],
  ['a banner in one line', 'src/a.js', `/*! table v2.1.0, (c) A. N. Other, MIT licence */\n${LINE}`],
  ['prose', 'README.md', 'word '.repeat(2000)],
  ['what speaks of it further down', 'src/a.js', `${LINE}// @generated\n`],
])('a person may have written %s', (_, path, text) => {
  expect(isGenerated(path, text)).toBe(false);
});
