import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['parseInt($1, 10)', '<same-arguments>'],
  ['parseFloat($1)', '<same-arguments>'],
  ['BigInt($1)', '<same-arguments>'],
  ['Number($1)', 'x = Number(s);'],
  ['read($1)', 'const read = f; x = read(s);'],
])('a plus becomes %s', (replace, after) => {
  const head = replace.startsWith('read') ? 'const read = f; ' : '';
  expect(replaced(`${head}x = +s;`, '\\+(\\w+)', replace)).toBe(after);
});

test('a plus is not put before a bigint', () => {
  expect(replaced('const b = 10n; x = Number(b);', 'Number\\((\\w+)\\)', '+$1')).toBe('<same-arguments>');
  expect(replaced('const b = 10; x = Number(b);', 'Number\\((\\w+)\\)', '+$1')).toBe('const b = 10; x = +b;');
});

test.each([
  ['const m = "0xff";\nx = parseInt(m);', '<same-arguments>'],
  ['x = parseInt("0x" + m);', '<same-arguments>'],
  ['x = parseInt(`0x${m}`);', '<same-arguments>'],
  ['const m = "ff";\nx = parseInt(m);', 'const m = "ff";\nx = parseInt(m, 10);'],
])('a text of radix 16 keeps it: %s', (text, mended) => {
  expect(replaced(text, 'parseInt\\((.+)\\)', 'parseInt($1, 10)')).toBe(mended);
  expect(replaced(text, '(?<=parseInt\\(.+)\\)', ', 10)')).toBe(mended);
});
