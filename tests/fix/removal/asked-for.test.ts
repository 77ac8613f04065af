import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const removed = (text: string, pattern: RegExp): string =>
  mend({ text, pattern, fix: { strategy: 'remove' }, path: 'a.js' });

test.each([
  ['const a = { a: 1, b: 2 };\nuse(a.b);', '<still-referenced>'],
  ["const a = { a: 1, b: 2 };\nuse(a['b']);", '<still-referenced>'],
  ['const a = { a: 1, b: 2 };\nuse(a?.b);', '<still-referenced>'],
  ['const a = { a: 1, b: 2 };\nconst { b } = a;', '<still-referenced>'],
  ['const a = { a: 1, b: 2 };\nuse(a.a, c.b);', 'const a = { a: 1 };\nuse(a.a, c.b);'],
  ['use({ a: 1, b: 2 });', 'use({ a: 1 });'],
  ['function f(a) {\n  use(a.b);\n}\nf({ a: 1, b: 2 });', '<still-referenced>'],
  ['const f = ({ b }) => use(b);\nf({ a: 1, b: 2 });', '<still-referenced>'],
  ['class A {\n  constructor(a) {\n    use(a.b);\n  }\n}\nnew A({ a: 1, b: 2 });', '<still-referenced>'],
  ['let f = (a) => use(a.b);\nf({ a: 1, b: 2 });', '<still-referenced>'],
  ['const o = { f: (a) => use(a.b) };\no.f({ a: 1, b: 2 });', '<still-referenced>'],
  ['const o = { $f: (a) => use(a.b) };\no.$f({ a: 1, b: 2 });', '<still-referenced>'],
  ['class A {\n  #f(a) {\n    use(a.b);\n  }\n  g() {\n    this.#f({ a: 1, b: 2 });\n  }\n}', '<still-referenced>'],
  ["const o = { 'f': (a) => use(a.b) };\no.f({ a: 1, b: 2 });", '<still-referenced>'],
  ['(({ b }) => use(b))({ a: 1, b: 2 });', '<still-referenced>'],
  ["function f(a) {\n  use(a['b']);\n}\nf({ a: 1, b: 2 });", '<still-referenced>'],
  ['function f(a) {\n  use(a.o.b);\n}\nf({ o: { a: 1, b: 2 } });', '<still-referenced>'],
  ['const a = { o: { a: 1, b: 2 } };\nuse(a.o.b);', '<still-referenced>'],
  ['const a = [{ a: 1, b: 2 }];\na.map((c) => c.b);', '<still-referenced>'],
  ['for (const a of [{ a: 1, b: 2 }]) use(a.b);', '<still-referenced>'],
  ['class A {\n  a = { a: 1, b: 2 };\n  m() {\n    use(this.a.b);\n  }\n}', '<still-referenced>'],
  ['const f = () => ({ a: 1, b: 2 });\nuse(f().b);', '<still-referenced>'],
  ['const a = { o: { a: 1, b: 2 } };\nMath.b();', 'const a = { o: { a: 1 } };\nMath.b();'],
  ['function f(a) {\n  use(a.a);\n}\nf({ a: 1, b: 2 });', 'function f(a) {\n  use(a.a);\n}\nf({ a: 1 });'],
  ["import { f } from './f';\nuse(c.b);\nf({ a: 1, b: 2 });", "import { f } from './f';\nuse(c.b);\nf({ a: 1 });"],
])('a property of %s', (text, after) => {
  expect(removed(text, /b: 2/)).toBe(after);
});

test.each([
  ["const a = ['x', 'y', 'z'];\nuse(a[2]);", '<shifts-positions>'],
  ["const a = ['x', 'y', 'z'];\nuse(a[b.getDay()]);", '<shifts-positions>'],
  ["const a = ['x', 'y', 'z'];\nuse(a.at(-1));", '<shifts-positions>'],
  ["const a = ['x', 'y', 'z'];\nconst [b] = a;", '<shifts-positions>'],
  ["const a = ['x', 'y', 'z'];\nuse(a.length, ...a);", "const a = ['x', 'z'];\nuse(a.length, ...a);"],
])('an element of %s', (text, after) => {
  expect(removed(text, /'y'/)).toBe(after);
});

test('the call that makes the object stays', () => {
  expect(removed('class A extends B { constructor() { super(); this.a = 1; } }', /super\(\)/)).toBe(
    '<statement-removable>',
  );
});

test.each([
  ['const a = <A>{ a: 1, b: 2 };\nuse(a.b);', '<still-referenced>'],
  ['const a = { a: 1, b: 2 } satisfies A;\nuse(a.b);', '<still-referenced>'],
  ['const a = [<A>{ a: 1, b: 2 }];\na.map((c) => c.b);', '<still-referenced>'],
  ['use((<A>{ a: 1, b: 2 }).b);', '<still-referenced>'],
  ['const a = <A>{ a: 1, b: 2 };\nuse(a.a);', 'const a = <A>{ a: 1 };\nuse(a.a);'],
])('a property of what a type is claimed for: %s', (text, after) => {
  expect(mend({ text, pattern: /b: 2/, fix: { strategy: 'remove' }, path: 'a.ts' })).toBe(after);
});
