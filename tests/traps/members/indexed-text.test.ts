import { expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

test('a list has a first element, too', () => {
  const text = "exports.isScoped = (name) => name[0] === '@';\n";
  expect(replaced(text, "name\\[0\\] === '@'", "name.startsWith('@')")).toBe('<same-operand-types>');
});

test('what goes from between two statements asks nothing of the texts around it', () => {
  const before = "const one = {\n  resolve: (str) => (str[0] === '-' ? 1 : 2),\n};\n";
  const behind = "const two = {\n  resolve: (str) => Number(str.replace(/_/g, '')),\n};\nexport { one, two };\n";
  const text = `${before}debugger; // look here\n${behind}`;
  expect(mend({ text, pattern: /debugger/, fix: { strategy: 'remove' } })).toBe(before + behind);
});
