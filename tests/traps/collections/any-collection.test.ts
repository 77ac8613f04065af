import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const asLength = (text: string, path = 'a.js') => replaced(text, /_\.isEmpty\(([\w.]+)\)/, '$1.length === 0', { path });

test.each([
  ['anything', 'const f = (x) => _.isEmpty(x);', 'a.js'],
  ['a record', 'const f = (x: Record<string, string>) => _.isEmpty(x);', 'a.ts'],
  ['what was asked to be a list elsewhere', 'if (Array.isArray(x)) f(x);\ng(_.isEmpty(x));', 'a.js'],
])('only a list or a text is asked for its length: %s', (_, text, path) => {
  expect(asLength(text, path)).toBe('<same-operand-types>');
});

test.each([
  ['a list', 'const x = [1];\nf(_.isEmpty(x));', 'a.js'],
  ['parts of a text', "const x = text.split(',');\nf(_.isEmpty(x));", 'a.js'],
  ['what was asked', 'const f = (x) => Array.isArray(x) && _.isEmpty(x);', 'a.js'],
  [
    'what was asked and left',
    'const f = (x) => {\n  if (!Array.isArray(x)) return 0;\n  return _.isEmpty(x);\n};',
    'a.js',
  ],
  ['a list by its type', 'const f = (x: readonly string[]) => _.isEmpty(x);', 'a.ts'],
])('%s is', (_, text, path) => {
  expect(asLength(text, path)).toBe(text.replace('_.isEmpty(x)', 'x.length === 0'));
});

test.each([
  ['const y = _.clone(x);', '<same-operand-types>'],
  ['const x = [1];\nconst y = _.clone(x);', '<same-operand-types>'],
  ['const x = { a: 1 };\nconst y = _.clone(x);', 'const x = { a: 1 };\nconst y = { ...x };'],
])('a copy of %s', (text, after) => {
  expect(replaced(text, /_\.clone\((\w+)\)/, '{ ...$1 }', { path: 'a.js' })).toBe(after);
});
