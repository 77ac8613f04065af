import { expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

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

const JSON_OF = /load\(\)\.then\(\(r\) => r\.json\(\)\)/;
const read = (text: string) => replaced(`async function f() { ${text} }`, JSON_OF, '(await load()).json()');

test.each([
  'return load().then((r) => r.json()).catch(g);',
  'return load().then((r) => r.json()).then(h).finally(g);',
  'return load().then((r) => r.json()).then(h, g);',
  'await Promise.all([load().then((r) => r.json())]);',
])('nor is the first of two, behind which its failure is handled, or which runs beside others: %s', (text) => {
  expect(read(text)).toBe('<await-ambiguous>');
});

test('but where nobody handles one, it is', () => {
  expect(read('return load().then((r) => r.json()).then(h);')).toContain('return (await load()).json().then(h);');
});
