import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['a.uri = url.parse(b);', 'url\\.parse\\(', 'new URL(', '<same-result>'],
  [
    "f(url.parse('https://a.example/').hostname);",
    'url\\.parse\\(',
    'new URL(',
    "f(new URL('https://a.example/').hostname);",
  ],
  ["f(url.parse('https://a.example/').path);", 'url\\.parse\\(', 'new URL(', '<same-result>'],
  ['f(qs.parse(b));', 'qs\\.parse\\(', 'new URLSearchParams(', '<same-result>'],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
