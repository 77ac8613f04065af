import { expect, test } from 'vitest';
import { replaced } from '../mend.js';

// The node of a declared name also holds its type and its decorators.
test.each([
  'function f(userId: string) { return userId; }',
  'function f(userId?: string) { return userId; }',
  'const f = (userId: string) => userId;',
  'let userId!: string;\nuse(userId);',
  'const userId: string = a();\nuse(userId);',
  'class A { m(@Arg() userId: string) { return userId; } }',
])('%s: its name is still used', (text) => {
  expect(replaced(text, 'userId(?=[?!:])', 'accountId')).toBe('<still-referenced>');
});

test('a typed name that nobody uses may be another one', () => {
  const text = 'export const f = (userId: string) => 1;';
  expect(replaced(text, 'userId', '_userId')).toBe(text.replace('userId', '_userId'));
});
