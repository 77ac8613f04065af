import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['Object.assign(a, b);', '<same-result>'],
  ['export const c = Object.assign(a, b);', '<same-result>'],
  ['export const c = Object.assign(new A(), b);', '<same-result>'],
  ['export const c = Object.assign([], b);', '<same-result>'],
  ['export const c = Object.assign({}, b);', 'export const c = ({ ...{}, ...b });'],
  ['export const c = Object.assign({ a }, b);', 'export const c = ({ ...{ a }, ...b });'],
])('%s', (text, after) => {
  expect(replaced(text, 'Object\\.assign\\((.+), (\\w+)\\)', '({ ...$1, ...$2 })')).toBe(after);
});
