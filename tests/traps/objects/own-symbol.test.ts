import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, 'Symbol\\(', 'Symbol.for(');

test.each([
  "const KEY = Symbol('key');",
  "const KEY = Symbol('patched focus/blur methods');",
  "const makeKey = () => Symbol('acme.key');",
  "class A { key = Symbol('acme.key'); }",
  'const KEY = Symbol();',
])('it is nobody else’s: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test.each(["const KEY = Symbol('acme.key');", "const KEY = Symbol('@acme/key');"])(
  'its name says whose: %s',
  (text) => {
    expect(run(text)).toBe(text.replace('Symbol(', 'Symbol.for('));
  },
);

test('what others find by its name stays', () => {
  expect(replaced("const KEY = Symbol.for('acme.key');", 'Symbol\\.for\\(', 'Symbol(')).toBe('<same-result>');
});
