import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, 'p\\?: string', 'p: string | undefined');

test.each([
  'export function f(p?: string) {}',
  'export const f = (p?: string) => p;',
  'export default (p?: string) => p;',
  'function f(p?: string) {} export { f };',
  'function f(p?: string) {} list.forEach(f);',
  'class A { f(p?: string) {} }',
  'list.forEach((p?: string) => {});',
])('others may leave it out: %s', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each([
  "function f(p?: string) {} f('a');",
  "const f = (p?: string) => p; f('a');",
  'class A { private f(p?: string) {} }',
  'class A { #f(p?: string) {} }',
])('the compiler finds who does: %s', (text) => {
  expect(run(text)).toBe(text.replace('p?: string', 'p: string | undefined'));
});

test('with a default it may still be left out', () => {
  const text = "export function f(p?: string) { return p ? 'a' : 'b'; }";
  expect(replaced(text, 'p\\?: string', "p: string = ''")).toBe(text.replace('p?: string', "p: string = ''"));
});
