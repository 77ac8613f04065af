import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

test('then and catch are not then with two callbacks', () => {
  const fix = { findReplace: { find: /\.then\((\w+)\)\.catch\((\w+)\)/g, replace: '.then($1, $2)' } };
  expect(mend({ text: 'f().then(a).catch(b);', pattern: /\.then\(a\)\.catch\(b\)/, fix })).toBe('<same-arguments>');
});
