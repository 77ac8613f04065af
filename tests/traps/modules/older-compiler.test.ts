import { expect, test } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { replaced } from '../../fix/mend.js';

const of = (version: readonly [number, number] | null): Packages => ({
  isInstalled: () => true,
  reach: () => 'file',
  oldestNode: () => null,
  compilerVersion: () => version,
  isCompiled: () => false,
});

const NOTHING = 'function f(): void { g(); }';

test.each([
  [NOTHING, '\\): void', '): undefined', [5, 0], '<compiler-version>'],
  [NOTHING, '\\): void', '): undefined', [5, 1], NOTHING.replace('void', 'undefined')],
  [NOTHING.replace('g()', 'g(() => { return 1; })'), '\\): void', '): undefined', [5, 0], '<compiler-version>'],
  [NOTHING, '\\): void', '): undefined', null, NOTHING.replace('void', 'undefined')],
  ["a(text.split('.').reverse());", '\\.reverse\\(\\)', '.toReversed()', [5, 1], '<compiler-version>'],
  ["a(text.split('.').reverse());", '\\.reverse\\(\\)', '.toReversed()', [5, 2], "a(text.split('.').toReversed());"],
  ['if (isOwn(a, k)) b();', 'isOwn\\(', 'Object.hasOwn(', [4, 5], '<compiler-version>'],
  ['if (a && a.b) c();', 'a && a\\.b', 'a?.b', [3, 6], '<compiler-version>'],
  ["import { type A, b } from './a'; if (b && b.c) d();", 'b && b\\.c', 'b?.c', [4, 5], null],
  // What the file says elsewhere is known.
  ['const n = a?.b; if (c && c.d) e();', 'c && c\\.d', 'c?.d', [3, 6], 'const n = a?.b; if (c?.d) e();'],
] as const)('%s → %s by %j', (text, find, replace, version, after) => {
  const expected = after ?? text.replace(new RegExp(find), replace);
  expect(replaced(text, find, replace, { packages: of(version) })).toBe(expected);
});

test('JavaScript is none of its', () => {
  const text = 'if (isOwn(a, k)) b();';
  const mended = replaced(text, 'isOwn\\(', 'Object.hasOwn(', { packages: of([4, 0]), path: 'src/a.js' });
  expect(mended).toBe('if (Object.hasOwn(a, k)) b();');
});
