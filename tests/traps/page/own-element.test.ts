import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string, find = /class="/g, replace = 'className="') =>
  replaced(text, find, replace, { pattern: /class="/, path: 'a.tsx' });

test('only the elements of HTML have other names for their attributes', () => {
  expect(run('a = <p class="b">c</p>;')).toBe('a = <p className="b">c</p>;');
  expect(run('a = <my-box class="b" />;')).toBe('<same-arguments>');
});

test('a quote that a string begins with may be found, where it stays', () => {
  expect(run('a = <p class="b" />;', /class="/g, "className='")).toBe('<position-is-code>');
  expect(run(`a = '<p class="b">';`)).toBe('<position-is-code>');
});
