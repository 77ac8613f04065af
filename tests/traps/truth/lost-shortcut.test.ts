import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /(\w+(?:\??\.\w+)*)\.toString\(\)/, 'String($1)');

test.each(['a = b?.c.toString();', 'a = b?.c.d.toString() ?? d;'])('what was left out is no longer: %s', (text) => {
  expect(run(text)).toBe('<same-operand-types>');
});

test('what is asked for itself was never left out', () => {
  expect(run('a = b.c.toString();')).toBe('a = String(b.c);');
});

test('what is wrapped as a whole is left out as before', () => {
  expect(replaced('a = b?.load();', /b\?\.load\(\)/, 'String(b?.load())')).toBe('a = String(b?.load());');
});
