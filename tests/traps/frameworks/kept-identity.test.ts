import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = "import { useCallback, useEffect } from 'react';\n";
const run = (text: string) =>
  replaced(HEAD + text, 'useCallback\\((\\w+), \\[\\]\\)', '$1', { path: 'a.tsx' }).replace(HEAD, '');

test('what an effect depends on stays the same', () => {
  const text = 'function A({ run }) { const f = useCallback(run, []); useEffect(() => go(f), [f]); }';
  expect(run(text)).toBe('<same-result>');
});

test.each([
  'function A({ run }) { const f = useCallback(run, []); f(); }',
  'function A({ run }) { const f = useCallback(run, []); use([f]); }',
])('else it may be made anew: %s', (text) => {
  expect(run(text)).toBe(text.replace('useCallback(run, [])', 'run'));
});
