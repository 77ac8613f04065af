import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['const a = new WeakMap(); f(a);', 'WeakMap', 'Map', '<same-result>'],
  ['class A { seen = new WeakSet(); }', 'new WeakSet\\(\\)', 'new Set()', '<same-result>'],
  ['function f() { const a = new WeakMap(); return a.get(b); }', 'WeakMap', 'Map', null],
  ['function f() { const a = new WeakMap(); return () => a.get(b); }', 'WeakMap', 'Map', '<same-result>'],
  ['const a = new Map(); f(a);', 'new Map\\(\\)', 'new WeakMap()', '<same-result>'],
  ['const a = new Map<Node, string>();', 'new Map', 'new WeakMap', null],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after ?? text.replace(new RegExp(find), replace));
});
