import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string) =>
  mend({
    text,
    pattern: /\{([\w.]+) && /,
    fix: { template: '{${1} > 0 && ', target: { kind: 'match' } },
    path: 'a.tsx',
  });

test.each([
  ['what is not known', 'const A = ({ name }) => <p>{name && <B />}</p>;'],
  ['a text', 'const A = (name: string) => <p>{name && <B />}</p>;'],
])('only a number is compared with 0: %s', (_, text) => {
  expect(run(text)).toBe('<same-operand-types>');
});

test.each([
  ['a length', 'const A = ({ list }) => <p>{list.length && <B />}</p>;'],
  ['a number', 'const A = (count: number) => <p>{count && <B />}</p>;'],
])('%s is', (_, text) => {
  expect(run(text)).toBe(text.replace(' && ', ' > 0 && '));
});
