import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) =>
  replaced(`import { api } from './api';\n${text}`, /fetch\(/, 'api.get(', { path: 'a.ts' });

test.each([
  ['another method', "fetch(url, { method: 'POST' });"],
  ['another method by a key in quotes', "fetch(url, { 'method': 'POST' });"],
  ['options from elsewhere', 'fetch(url, options);'],
  ['a method from elsewhere', 'fetch(url, { method });'],
])('a request keeps its method: %s', (_, text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each([['fetch(url);'], ['fetch(url, { cache });']])('it is got: %s', (text) => {
  expect(run(text)).toContain(text.replace('fetch', 'api.get'));
});
