import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

test('a text becomes no directive, nor a directive a text', () => {
  const quote = { findReplace: { find: /`([^`]*)`/g, replace: "'$1'" } };
  expect(mend({ text: '`a`;\nf();', pattern: /`a`/, fix: quote })).toBe('<edit-bounded>');
  expect(mend({ text: 'f();\n`a`;', pattern: /`a`/, fix: quote })).toBe("f();\n'a';");
  expect(mend({ text: 'f(`a`);', pattern: /`a`/, fix: quote })).toBe("f('a');");
});
