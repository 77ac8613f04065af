import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['a path', "f(_.get(a, 'b.c'));", /_\.get\((\w+), ('[\w.]+')\)/, '$1?.[$2]'],
  ['what may be one', 'f(_.get(a, key));', /_\.get\((\w+), (\w+)\)/, '$1?.[$2]'],
  ['what may be one, asked for', 'if (a) f(_.has(a, key));', /_\.has\((\w+), (\w+)\)/, '$2 in $1'],
  ['one that goes on where nothing is', "f(_.get(a, 'b.c'));", /_\.get\((\w+), '(\w+)\.(\w+)'\)/, '$1?.$2.$3'],
])('a path is no key: %s', (_, text, find, replace) => {
  expect(replaced(text, find, replace)).toBe('<same-result>');
});

test.each([
  ["f(_.get(a, 'b'));", /_\.get\((\w+), '(\w+)'\)/, '$1?.$2', 'f(a?.b);'],
  ["f(_.get(a, 'b.c'));", /_\.get\((\w+), '(\w+)\.(\w+)'\)/, '$1?.$2?.$3', 'f(a?.b?.c);'],
  ["f(_.get(a, 'b[0]'));", /_\.get\((\w+), '(\w+)\[(\d)\]'\)/, '$1?.$2?.[$3]', 'f(a?.b?.[0]);'],
  ["f(_.get(this.props.a, 'b'));", /_\.get\(([\w.]+), '(\w+)'\)/, '$1?.$2', 'f(this.props.a?.b);'],
  [
    "import { get } from './get';\nf(_.get(a, key));",
    /_\.get\(/,
    'get(',
    "import { get } from './get';\nf(get(a, key));",
  ],
])('%s', (text, find, replace, after) => {
  expect(replaced(text, find, replace)).toBe(after);
});
