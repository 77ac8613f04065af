import { expect, test } from 'vitest';
import { mend, replaced } from '../mend.js';

const NOTHING = /(\w+) === undefined \|\| \1 === null/;

test.each([
  ['a = b || c === undefined || c === null;', 'a = b || c == null;'],
  ['a = b || c === undefined || c === null || d;', 'a = b || c == null || d;'],
  // Of these the match is no run of operands.
  ['a = b && c === undefined || c === null;', '<edit-bounded>'],
  ['a = b || c === undefined || c === null && d;', '<edit-bounded>'],
])('some operands of a chain give way to others: %s', (text, mended) => {
  expect(replaced(text, NOTHING, '$1 == null')).toBe(mended);
  const fix = { template: '${1} == null', target: { kind: 'match' } } as const;
  expect(mend({ text, pattern: NOTHING, fix })).toBe(mended);
});

test('an operand that the edit leaves through the operator behind it', () => {
  expect(replaced('if (b.length && c) d();', '\\.length &&', '.length > 0 &&')).toBe('if (b.length > 0 && c) d();');
  // Whoever takes `a` is given a number so far.
  expect(replaced('a = b.length && c;', '\\.length &&', '.length > 0 &&')).toBe('<truth-only>');
  expect(replaced('a = b + c.length && d;', '\\.length &&', '.length > 0 &&')).not.toContain('> 0');
});
