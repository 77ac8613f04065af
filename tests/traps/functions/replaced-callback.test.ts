import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['f = (event, cb) => { cb(null, x); }', '<same-result>'],
  ['f = async (event, cb) => { load(() => { cb(null, x); }); }', '<same-result>'],
  ['f = async (event, cb) => { cb(null, x); }', 'f = async (event, cb) => { return x; }'],
  ['function map(list, change) { change(null, x); }', 'function map(list, change) { return x; }'],
])('%s: the callback → return', (text, expected) => {
  expect(replaced(text, /\b\w+\(null, (\w+)\)/, 'return $1')).toBe(expected);
});
