import { describe, expect, test } from 'vitest';
import { layArgument } from '../../../src/fix/layout/lay-argument.js';
import { applyEdits, type Edit } from '../../../src/model/edit.js';
import { parseSyntax } from '../../../src/syntax/parse-syntax.js';

/** The text after `old` was replaced by `written`, laid out. */
function laid(text: string, old: string, written: string, at = 0): string | null {
  const tree = parseSyntax('a.ts', text);
  const start = text.indexOf(old, at);
  const edit: Edit = { range: { start, end: start + old.length }, text: written };
  return tree && applyEdits(text, [layArgument(tree, edit)]);
}

describe('one more argument', () => {
  test.each([
    ['on the line of the others', 'f(a);', 'f(a)', 'f(a, b)', 'f(a, b);'],
    ['on a line of its own', 'f(\n  a\n);', 'f(\n  a\n)', 'f(\n  a\n, b)', 'f(\n  a,\n  b\n);'],
    ['of tabs and windows', 'f(\r\n\ta\r\n);', 'a\r\n)', 'a\r\n, b)', 'f(\r\n\ta,\r\n\tb\r\n);'],
    ['behind a comma', 'f(\n  a,\n);', ',\n)', ',\n, b)', 'f(\n  a,\n  b,\n);'],
    ['before a comma', 'f(\n  a,\n);', 'a', 'a, b', 'f(\n  a,\n  b,\n);'],
    ['behind a comma of the same line', 'f(a,);', ')', ', b)', 'f(a, b);'],
    ['behind a comment', 'f(\n  a // a\n);', ')', ', b)', 'f(\n  a, // a\n  b\n);'],
    ['before a comment', 'f(\n  a // a\n);', 'a', 'a, b', 'f(\n  a, // a\n  b\n);'],
    ['behind a comma and a comment', 'f(\n  a, // a\n);', ')', ', b)', 'f(\n  a, // a\n  b,\n);'],
    ['before a comma and a comment', 'f(\n  a, /* a */ // b\n);', 'a', 'a, b', 'f(\n  a, /* a */ // b\n  b,\n);'],
    ['above a comment of its own line', 'f(\n  a,\n  // no more\n);', 'a', 'a, b', 'f(\n  a,\n  b,\n  // no more\n);'],
    ['of a construction', 'new A(\n  a\n);', 'a', 'a, b', 'new A(\n  a,\n  b\n);'],
    ['in front of all', 'f(\n  a,\n  b,\n);', '', 'c, ', 'f(\n  c,\n  a,\n  b,\n);', 5],
    ['behind an argument that begins on the first line', 'f({\n  a,\n}\n);', '\n)', '\n, b)', 'f({\n  a,\n}, b\n);'],
  ])('%s', (_, text, old, written, after, at = 0) => {
    expect(laid(text, old, written, at)).toBe(after);
  });

  test.each([
    ['in the middle', 'f(\n  a,\n  c\n);', 'a', 'a, b', 'f(\n  a, b,\n  c\n);'],
    ['in a list', '[\n  a\n];', 'a', 'a, b', '[\n  a, b\n];'],
    ['with another change', 'f(\n  a\n);', 'f(\n  a', 'g(\n  a, b', 'g(\n  a, b\n);'],
    ['before a comment on the line of others', 'f(a /* a */);', 'a', 'a, b', 'f(a, b /* a */);'],
  ])('stays as written %s', (_, text, old, written, after) => {
    expect(laid(text, old, written)).toBe(after);
  });
});
