import { describe, expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

describe('void taken away', () => {
  const run = (text: string) => replaced(text, /void f\(\)/, 'f()');

  test.each([
    ['a statement', 'void f();', 'f();'],
    ['an arrow', 'x = () => void f();', '<value-used>'],
    ['a value', 'x = void f();', '<value-used>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('undefined is what void gives', () => {
    const fix = { findReplace: { find: /void 0/g, replace: 'undefined' } };
    expect(mend({ text: 'x = void 0;', pattern: /void 0/, fix })).toBe('x = undefined;');
  });
});

test.each([
  ['x = send(a)', '<value-used>'],
  ['f(() => send(a))', '<value-used>'],
  ['send(a);', 'void send(a);'],
  ['a?.send(b);', 'void a?.send(b);'],
])('void is put in front of what nobody uses: %s', (text, after) => {
  expect(mend({ text, pattern: /send\(/, fix: { strategy: 'wrap', template: 'void ${MATCH}' } })).toBe(after);
});
