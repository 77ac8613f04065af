import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, 'cacheTime:', 'gcTime:');

test.each([
  'const o = { cacheTime: 1 };\nuse(o.cacheTime);',
  'const o = { cacheTime: 1 };\nconst { cacheTime } = o;\nuse(cacheTime);',
  'function use({ cacheTime }) { wait(cacheTime); }\nuse({ cacheTime: 1 });',
])('a key that is read keeps its name: %s', (text) => {
  expect(run(text)).toBe('<still-referenced>');
});

test.each([
  'const o = { cacheTime: 1 };\nuse(o);',
  'const o = { cacheTime: 1 };\nuse(other.cacheTime);',
  'useQuery({ cacheTime: 1 });',
])('else it may have another: %s', (text) => {
  expect(run(text)).toBe(text.replace('cacheTime:', 'gcTime:'));
});

test.each([
  ['const o = { a: 1 };\nconst f = (p) => p.a;', '<still-referenced>'],
  ['interface P { a: number }\nconst f = (p: P) => p.a;', '<still-referenced>'],
  ['const o = { a: 1, b: 2 };\nconst f = (p) => p.a;', 'const o = { a: 1, b: 2 };\nconst f = (p) => p.b;'],
  [
    "import type { P } from 'm';\nconst o = { a: 1 };\nconst f = (p: P) => p.a;",
    "import type { P } from 'm';\nconst o = { a: 1 };\nconst f = (p: P) => p.b;",
  ],
  ["import type { P } from 'm';\nconst p: P = { a: 1 };\nf(p.a);", '<still-referenced>'],
  ['const f = (p) => p.a;', 'const f = (p) => p.b;'],
])('what is declared here is not read by another name: %s', (text, mended) => {
  expect(replaced(text, '(?<=p\\.)a', 'b')).toBe(mended);
});

test('what an event has, the page declares', () => {
  const text = 'if (event.keyCode === 13) go({ keyCode: 13 });';
  expect(replaced(text, 'event\\.keyCode === 13', "event.key === 'Enter'")).toBe(
    "if (event.key === 'Enter') go({ keyCode: 13 });",
  );
});

test.each([
  ['const o = { a() {} };\no.a();', '<still-referenced>'],
  ['class O { a() {} }\nconst o = new O();\no.a();', '<still-referenced>'],
  ['interface O { a(): void }\nconst f = (o: O) => o.a();', '<still-referenced>'],
  ['const o = { a() {}, b() {} };\no.a();', 'const o = { a() {}, b() {} };\no.b();'],
  ["import { o } from 'm';\nconst p = { a() {} };\no.a(p);", "import { o } from 'm';\nconst p = { a() {} };\no.b(p);"],
])('a method is called by the name it has here: %s', (text, mended) => {
  expect(replaced(text, '(?<=o\\.)a(?=\\()', 'b')).toBe(mended);
});
