import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (body: string) => {
  const text = `function f(p?: boolean) { ${body} }`;
  const mended = replaced(text, 'p\\?: boolean', 'p: boolean = false');
  return mended === text.replace('p?: boolean', 'p: boolean = false') ? 'mended' : mended;
};

test.each([
  'return p ?? other;',
  'return p === undefined;',
  "if (typeof p === 'boolean') g();",
  'g(p);',
  'return p;',
  'return { p };',
])('nothing is told from false: %s', (body) => {
  expect(run(body)).toBe('<same-result>');
});

test.each(['if (p) g();', 'return !p;', 'return p ? 1 : 2;', 'if (a && !p) g();', 'g();'])('it is not: %s', (body) => {
  expect(run(body)).toBe('mended');
});
