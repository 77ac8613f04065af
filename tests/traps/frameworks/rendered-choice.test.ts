import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const find = /([\w.!>\s]+?) \? (\w+|<\w+ \/>) : (?:null|false)/g;
const run = (text: string) => replaced(text, find, '$1 && $2', { path: 'a.tsx' });

test.each([
  ['a number, which would be shown', 'const A = (n: number) => <p>{n ? <B /> : null}</p>;'],
  ['what is not known', 'const A = ({ n }) => <p>{n ? <B /> : null}</p>;'],
  ['an argument', 'const A = (n: boolean) => { f(n ? b : null); };'],
  ['an attribute', 'const A = (n: boolean) => <p title={n ? b : null} />;'],
])('%s keeps its other branch', (_, text) => {
  expect(run(text)).toBe('<same-result>');
});

test('false is shown as null is', () => {
  const text = 'const A = (n: boolean) => <p>{n ? <B /> : null}</p>;';
  expect(run(text)).toBe('const A = (n: boolean) => <p>{n && <B />}</p>;');
});
