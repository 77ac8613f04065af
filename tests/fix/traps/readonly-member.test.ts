import { expect, test } from 'vitest';
import { replaced } from '../mend.js';

test.each([
  [
    'a static one that counts',
    'class A { static n = 0; b() { A.n++; } }',
    'static (?!readonly)',
    'static readonly ',
    null,
  ],
  ['a static one', 'class A { static n = 0; b() { f(A.n); } }', 'static (?!readonly)', 'static readonly ', true],
  ['a private one', 'class A { private n = 0; b() { this.n = 1; } }', 'private n', 'private readonly n', null],
  [
    'in the constructor',
    'class A { private n; constructor() { this.n = 1; } }',
    'private n',
    'private readonly n',
    true,
  ],
  [
    'in a function of the constructor',
    'class A { private n; constructor() { on(() => { this.n = 1; }); } }',
    'private n',
    'private readonly n',
    null,
  ],
  [
    'a parameter',
    'class A { constructor(private n: B) {} b() { this.n = 1; } }',
    'private n',
    'private readonly n',
    null,
  ],
  ['a parameter that stays', 'class A { constructor(private n: B) {} }', 'private n', 'private readonly n', true],
])('a member that is only read: %s', (_, text, find, replace, isMended) => {
  const after = text.replace(new RegExp(find), replace);
  expect(replaced(text, find, replace)).toBe(isMended ? after : '<only-read>');
});
