import { expect, test } from 'vitest';
import { replaced } from '../mend.js';

const run = (text: string) => replaced(text, /\.toString\(\)/, '', { fix: FIX });
const FIX = { findReplace: { find: /^([\s\S]+)\.toString\(\)$/g, replace: 'String($1)' } };

test('the ends of a find are those of the piece of syntax', () => {
  expect(run('a = b.toString();')).toBe('a = String(b);');
  expect(run('a = b(\n  c,\n).toString().trim();')).toBe('a = String(b(\n  c,\n)).trim();');
});
