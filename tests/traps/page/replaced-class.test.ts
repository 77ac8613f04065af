import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /\.className (?:\+)?= ('.*?')/, '.classList.add($1)');

test('an element that was there had classes', () => {
  expect(run("const f = (a) => { a.className = 'b'; };")).toBe('<same-result>');
});

test.each(["' b'", "'b c'", "''"])('%s is not one class', (name) => {
  expect(run(`const f = (a) => { a.className += ${name}; };`)).toBe('<same-arguments>');
});

test('a new element has none', () => {
  expect(run("const f = () => { const a = document.createElement('p'); a.className = 'b'; return a; };")).toBe(
    "const f = () => { const a = document.createElement('p'); a.classList.add('b'); return a; };",
  );
});
