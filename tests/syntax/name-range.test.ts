import { expect, test } from 'vitest';
import { nameRange } from '../../src/syntax/name-range.js';
import { nameScopes } from '../../src/syntax/name-scopes.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';

test.each([
  ['const a = 1;', 'a'],
  ['let a!: number;', 'a'],
  ['function f(a: string) {}', 'a'],
  ['function f(a?: string) {}', 'a'],
  ['class C { constructor(@Inject(x) a: C) {} }', 'a'],
  ['class C { constructor(@Inject(a) private readonly a?: C) {} }', 'a'],
  ['const \\u0061: number = 1;', '\\u0061: number'],
])('%s', (text, written) => {
  const tree = parseSyntax('a.ts', text);
  const [binding] = tree ? nameScopes(tree).named('a').bindings : [];
  if (!binding) throw new Error('nothing of that name is declared');
  const { start, end } = nameRange(text, binding.identifier);
  expect(text.slice(start, end)).toBe(written);
  expect(start).toBe(text.lastIndexOf(written));
});
