import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (visitor: string, library = '_') =>
  replaced(`${library}.each([1], ${visitor});`, /(?:_|\$)\.each\((.+?), /, '$1.forEach(');

test.each([
  ['(a) => { if (a) return false; f(a); }'],
  ['function (a) { return a > 1; }'],
  ['(a) => a !== b'],
  ['(a) => { return g && a; }'],
])('%s may stop', (visitor) => {
  expect(run(visitor)).toBe('<same-result>');
});

test.each([
  ['(a) => { if (!a) return; f(a); }'],
  ['(a) => f(a)'],
  ['(a) => { g(() => { return false; }); }'],
  ['(a) => (b = a)'],
  ['visit'],
])('%s does not', (visitor) => {
  expect(run(visitor)).toBe(`[1].forEach(${visitor});`);
});

test('a function of this file that answers false stops as well', () => {
  const text = 'function visit(a) {\n  return a !== 1;\n}\n_.each([1], visit);';
  expect(replaced(text, /_\.each\((.+?), /, '$1.forEach(')).toBe('<same-result>');
});

test('jQuery gives the index first', () => {
  expect(run('function (i, a) { f(a); }', '$')).toBe('<same-arguments>');
});
