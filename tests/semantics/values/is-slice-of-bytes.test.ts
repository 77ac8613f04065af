import { expect, test } from 'vitest';
import { isSliceOfBytes } from '../../../src/semantics/values/is-slice-of-bytes.js';
import { parseSyntax } from '../../../src/syntax/parse-syntax.js';

test.each([
  ['buf.slice(1)', true],
  ['a.slice(1)', false],
  ['a.slice(1); a.readUInt8(0)', true],
  ['buf.slice(1); buf.push(2)', false],
  ["bufs['$'].slice(1); bufs['$'].push(2)", false],
  ["a['$'].slice(1); a['$'].readUInt8(0)", true],
])('%s', (text, expected) => {
  const tree = parseSyntax('a.js', text);
  const call = tree?.descendants(tree.program).find((node) => node.type === 'CallExpression');
  if (!tree || call?.type !== 'CallExpression') throw new Error('no call');
  expect(isSliceOfBytes(tree, call)).toBe(expected);
});
