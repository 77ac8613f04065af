import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const found = (text: string) => replaced(text, /\.filter\((.*?)\)\[0\]/, '.find($1)');

test.each<[string, string]>([
  ['const x = list.filter((a) => a > 1)[0];', 'const x = list.find((a) => a > 1);'],
  ['const x = list.filter((a) => ids.has(a) && isGood(a))[0];', 'const x = list.find((a) => ids.has(a) && isGood(a));'],
  ['const x = list.filter((a) => { return a.b; })[0];', 'const x = list.find((a) => { return a.b; });'],
])('%s', (text, after) => expect(found(text)).toBe(after));

test.each([
  'let n = 0; const x = list.filter((a) => { n++; return true; })[0];',
  'const x = list.filter((a) => { log(a); return true; })[0];',
  'const x = list.filter((a) => (a.seen = true))[0];',
  'const x = list.filter((a) => seen.has(a) || seen.add(a))[0];',
  'const x = list.filter((a) => a.b && delete a.c)[0];',
  'const x = list.filter((a) => { if (!a) throw new Error(); return a.b; })[0];',
])('not %s', (text) => expect(found(text)).toBe('<same-result>'));

test('nor where some takes the place of a count', () => {
  const text = 'const x = list.filter((a) => seen.add(a)).length > 0;';
  expect(replaced(text, /\.filter\((.*)\)\.length > 0/, '.some($1)')).toBe('<same-result>');
});
