import { describe, expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const from = { findReplace: { find: /\bBuffer\(/g, replace: 'Buffer.from(' } };

describe('a method behind new', () => {
  test.each([
    ['new Buffer("a")', /Buffer\(/, from],
    ['f(new Buffer("a"))', /Buffer\(/, from],
    [
      'new Array(n)',
      /\bArray\((\w+)\)/,
      { findReplace: { find: /\bArray\((\w+)\)/g, replace: 'Array.from({ length: $1 })' } },
    ],
    ['toOld(); new Old(n)', /\bOld\(/, { findReplace: { find: /\bOld\(/g, replace: 'toOld(' } }],
    ['new lib.Old(n)', /\bOld\(/, { findReplace: { find: /\bOld\(/g, replace: 'create(' } }],
  ] as const)('%s escalates', (text, pattern, fix) => expect(mend({ text, pattern, fix })).toBe('<constructs>'));

  test.each([
    ['Buffer("a")', 'Buffer.from("a")', /Buffer\(/, from],
    ['lib(); new Old(n)', 'lib(); new lib.New(n)', /Old\(/, { findReplace: { find: /\bOld\(/g, replace: 'lib.New(' } }],
    [
      'm(); new lib.create(n)',
      'm(); new lib.create(m)',
      /\bn\b(?=\))/,
      { findReplace: { find: /\bn\b/g, replace: 'm' } },
    ],
    [
      'new Buffer("a")',
      'Buffer.from("a")',
      /new Buffer\(/,
      { findReplace: { find: /new Buffer\(/g, replace: 'Buffer.from(' } },
    ],
  ] as const)('%s becomes %s', (text, after, pattern, fix) => expect(mend({ text, pattern, fix })).toBe(after));
});
