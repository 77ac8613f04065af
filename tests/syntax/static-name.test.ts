import { expect, test } from 'vitest';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import { staticName } from '../../src/syntax/static-name.js';

test.each([
  ['a', 'a'],
  ['"a b"', 'a b'],
  ['["a"]', 'a'],
  ['[`a`]', 'a'],
  ['1', '1'],
  ['#a', '#a'],
  ['[a]', null],
  ['[`a${b}`]', null],
  ['[a.b]', null],
])('the name of %s', (key, name) => {
  const tree = parseSyntax('a.ts', `class A { ${key} = 1; }`);
  const property = tree?.descendants(tree.program).find((node) => node.type === 'PropertyDefinition');
  expect(property?.type === 'PropertyDefinition' && staticName(property.key, property.computed)).toBe(name);
});
