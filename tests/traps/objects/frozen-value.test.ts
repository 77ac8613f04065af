import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string) =>
  mend({
    text,
    pattern: /const A =/,
    fix: { strategy: 'wrap', target: { kind: 'value' }, template: 'Object.freeze(${VALUE})' },
  });

test.each(['A.x = 1;', 'A.x++;', 'delete A.x;', 'A.push(1);', 'Object.assign(A, b);', 'f(() => { A[0] = 1; });'])(
  'what is changed later is not frozen: %s',
  (change) => {
    expect(run(`export const A = make();\n${change}`)).toBe('<only-read>');
  },
);

test.each(['f(A.x);', 'A.map(f);', 'Object.assign({}, A);', 'const { x } = A;'])(
  'but this changes nothing: %s',
  (use) => {
    expect(run(`export const A = make();\n${use}`)).toBe(`export const A = Object.freeze(make());\n${use}`);
  },
);
