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
