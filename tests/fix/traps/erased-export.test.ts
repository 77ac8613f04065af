import { expect, test } from 'vitest';
import { replaced } from '../mend.js';

test.each([
  ["export * from './a';", null],
  ["export { A } from './a';", null],
  ["export * from './types';", true],
  ["export { A } from './user-types.js';", true],
  ['class A {} export { A };', null],
  ['interface A {} type B = A; export { A, B };', true],
])('%s → export type', (text, isMended) => {
  const after = text.replace('export ', 'export type ');
  expect(replaced(text, 'export (?!type)', 'export type ')).toBe(isMended ? after : '<still-referenced>');
});
