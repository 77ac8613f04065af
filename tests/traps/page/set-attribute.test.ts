import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const set = (text: string) => replaced(text, /\.setAttribute\('(\w+)', (.+?)\)/, '.$1 = $2');
const get = (text: string) => replaced(text, /\.getAttribute\('(\w+)'\)/, '.$1');

test.each(["a.setAttribute('disabled', false);", "a.setAttribute('list', b);", "a.setAttribute('value', b);"])(
  '«%s» is no property',
  (text) => {
    expect(set(text)).toBe('<same-result>');
  },
);

test.each([
  ["a.setAttribute('id', b);", 'a.id = b;'],
  ["a.setAttribute('disabled', true);", 'a.disabled = true;'],
])('«%s» is one', (text, expected) => {
  expect(set(text)).toBe(expected);
});

test.each(["b(a.getAttribute('href'));", "b(a.getAttribute('id'));", "if (a.getAttribute('value')) b();"])(
  '«%s» is no property',
  (text) => {
    expect(get(text)).toBe('<same-result>');
  },
);

test.each([
  ["if (a.getAttribute('id')) b();", 'if (a.id) b();'],
  ["b(a.getAttribute('name') === 'c');", "b(a.name === 'c');"],
])('«%s» is one', (text, expected) => {
  expect(get(text)).toBe(expected);
});
