import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const run = (text: string) =>
  mend({
    text,
    pattern: /localStorage/,
    fix: { findReplace: { find: /localStorage/g, replace: 'sessionStorage' } },
    path: 'a.ts',
  });

test('a choice is still one', () => {
  expect(run('const a = b ? localStorage : sessionStorage;')).toBe('<same-result>');
  expect(run('const a = b ? localStorage : null;')).toBe('const a = b ? sessionStorage : null;');
});
