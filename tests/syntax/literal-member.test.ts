import { describe, expect, test } from 'vitest';
import { literalMember } from '../../src/syntax/literal-member.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import { textOf } from '../../src/syntax/text-of.js';

describe('the member of an object literal', () => {
  test.each([
    ['f({ a: 1, b: 2 })', '1'],
    ["f({ 'a': g() })", 'g()'],
    ['f({ a })', 'a'],
    ['f({ [a]: 1 })', null],
    ['f({ ...a })', null],
    ['f(a)', null],
    ['f()', null],
  ])('%s', (text, value) => {
    const tree = parseSyntax('a.js', text);
    const [statement] = tree?.program.body ?? [];
    const call = statement?.type === 'ExpressionStatement' ? statement.expression : null;
    const found = literalMember(call?.type === 'CallExpression' ? call.arguments[0] : undefined, 'a');
    expect(tree && found && textOf(tree, found)).toBe(value);
  });
});
