import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string) =>
  mend({
    text: `async function f() { ${text} }`,
    pattern: /\bsave\(\)/,
    fix: { strategy: 'wrap', template: 'await ${MATCH}' },
  });

test.each([
  ['one of several', 'await Promise.all([save(), load()]);'],
  ['the one that is resolved', 'Promise.resolve(save());'],
  ['waited for later', 'const p = save(); g(); await p;'],
  ['asked for what promises have', 'const p = save(); p.catch(g);'],
  ['one of several by its name', 'const p = save(); await Promise.race([p, q]);'],
])('a promise that is %s is not waited for', (_, text) => {
  expect(run(text)).toBe('<await-ambiguous>');
});

test.each([
  ['a statement', 'save();'],
  ['a value', 'const p = save(); g(p);'],
  ['an element', 'g([save()]);'],
  ['what is given back', 'return save();'],
])('%s is', (_, text) => {
  expect(run(text)).toContain('await save()');
});
