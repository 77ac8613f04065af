import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

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
  [
    'one with its name in quotes',
    "class A { static 'n' = 0; b() { A.n = 1; } }",
    'static (?!readonly)',
    'static readonly ',
    null,
  ],
  [
    'one of the same name without a sign',
    'class A { static #n = 0; static n = 0; b() { A.n = A.#n; } }',
    'static #',
    'static readonly #',
    true,
  ],
  ['one with a sign', 'class A { #n = 0; b() { this.#n = 1; } }', '#n = 0', 'readonly #n = 0', null],
  ['a parameter that stays', 'class A { constructor(private n: B) {} }', 'private n', 'private readonly n', true],
])('a member that is only read: %s', (_, text, find, replace, isMended) => {
  const after = text.replace(new RegExp(find), replace);
  expect(replaced(text, find, replace)).toBe(isMended ? after : '<only-read>');
});
