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
