import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /localStorage/, 'sessionStorage', { path: 'a.ts' });

test('a choice is still one', () => {
  expect(run('const a = b ? localStorage : sessionStorage;')).toBe('<same-result>');
  expect(run('const a = b ? localStorage : null;')).toBe('const a = b ? sessionStorage : null;');
});
