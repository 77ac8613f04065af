import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = "import { useEffect, useLayoutEffect } from 'react';\n";
const run = (text: string) => replaced(HEAD + text, 'useLayoutEffect(?=\\()', 'useEffect').replace(HEAD, '');

test.each([
  'function A() { useLayoutEffect(() => { set(ref.current.getBoundingClientRect()); }, []); }',
  'function A() { useLayoutEffect(() => { ref.current.scrollTop = 0; }, []); }',
  'function A() { useLayoutEffect(() => { measureAll(); }, []); }',
])('what is measured is measured in time: %s', (text) => {
  expect(run(text)).toBe('<same-result>');
});

test('other effects may come later', () => {
  expect(run('function A() { useLayoutEffect(() => { measurements.send(a); }, [a]); }')).toContain(' useEffect(() =>');
  expect(run('function A() { useLayoutEffect(() => { log(a); }, [a]); }')).toBe(
    'function A() { useEffect(() => { log(a); }, [a]); }',
  );
});
