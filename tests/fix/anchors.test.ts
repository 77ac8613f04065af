import { describe, expect, test } from 'vitest';
import { type Instruction, mend } from './mend.js';

// Where an inserted text goes, line by line. `+` marks the line that is put in.

const insert = (anchor: NonNullable<Instruction['anchor']>, text = 'alert();'): Instruction => ({
  strategy: 'insert',
  anchor,
  text,
});

/** The text with the mark, or the condition that forbids it. */
function marked(text: string, fix: Instruction, path = 'src/file.ts'): string {
  const line = fix.text ?? '';
  const after = mend({ text, pattern: null, fix, path });
  return after.replace(line, () => '+');
}

describe('beside an anchor', () => {
  test.each<[string, string, string]>([
    ['before the statement it stands in', 'a();\nif (b()) {\n  c();\n}\n', 'a();\n+\nif (b()) {\n  c();\n}\n'],
    ['before a while by its test', 'while (b()) c();\n', '+\nwhile (b()) c();\n'],
    ['before a loop by its list', 'for (const x of b()) {\n}\n', '+\nfor (const x of b()) {\n}\n'],
    ['before a condition by its test', 'x = b() ? 1 : 2;\n', '+\nx = b() ? 1 : 2;\n'],
    ['before the left of &&', 'b() && c();\n', '+\nb() && c();\n'],
    ['before a switch', 'switch (b()) {\n}\n', '+\nswitch (b()) {\n}\n'],
    ['before a line with a comment behind it', 'b(); // c\n', '+\nb(); // c\n'],
    ['before the last line, without an end', 'a();\nb()', 'a();\n+\nb()'],
    ['in a block, as it is indented', '{\n\tb();\n}\n', '{\n\t+\n\tb();\n}\n'],
    [
      'in a static block',
      'class A {\n  static {\n    b();\n  }\n}\n',
      'class A {\n  static {\n    +\n    b();\n  }\n}\n',
    ],
    ['in a namespace', 'namespace N {\n  b();\n}\n', 'namespace N {\n  +\n  b();\n}\n'],
    ['in a function', 'function f() {\n  b();\n}\n', 'function f() {\n  +\n  b();\n}\n'],
  ])('%s', (_, text, after) => {
    expect(marked(text, insert({ kind: 'before', regex: /b\(\)/ }))).toBe(after);
    expect(marked(text, insert({ kind: 'before', regex: /\s*b\(\)/g }))).toBe(after);
  });

  test.each<[string, string, string]>([
    ['behind the branch of an if', 'if (a) b();\n', 'reachable'],
    ['behind the else of an if', 'if (a) c(); else b();\n', 'reachable'],
    ['behind one side of a condition', 'x = a ? b() : c;\n', 'reachable'],
    ['behind the other side of a condition', 'x = a ? c : b();\n', 'reachable'],
    ['behind the right of &&', 'a && b();\n', 'reachable'],
    ['behind the right of ??', 'x = a ?? b();\n', 'reachable'],
    ['behind the body of a while', 'while (a) b();\n', 'reachable'],
    ['behind the body of a do', 'do b(); while (a);\n', 'reachable'],
    ['behind the body of a for', 'for (;;) b();\n', 'reachable'],
    ['behind the body of a for of', 'for (const x of a) b();\n', 'reachable'],
    ['behind the body of a for in', 'for (const x in a) b();\n', 'reachable'],
    ['behind the body of an arrow', 'x = () => b();\n', 'reachable'],
    ['behind a case', 'switch (a) {\n  case 1:\n    b();\n}\n', 'reachable'],
    ['behind a throw', 'function f() {\n  throw b();\n}\n', 'reachable'],
    ['behind a return', 'function f() {\n  return b();\n}\n', 'reachable'],
    ['on a line with other code in front', 'a(); b();\n', 'anchor-unique'],
    ['on a line with other code behind', 'b(); c();\n', 'anchor-unique'],
    ['on a line with a block comment behind', 'b(); /* c */\n', 'anchor-unique'],
    ['nowhere', 'c();\n', 'anchor-unique'],
    ['twice', 'b();\nb();\n', 'anchor-unique'],
  ])('not %s', (_, text, condition) => {
    expect(marked(text, insert({ kind: 'after', regex: /b\(\)/ }))).toBe(`<${condition}>`);
  });

  test.each<[string, string, string]>([
    ['before a throw', 'function f() {\n  throw b();\n}\n', 'function f() {\n  +\n  throw b();\n}\n'],
    ['before a return', 'function f() {\n  return b();\n}\n', 'function f() {\n  +\n  return b();\n}\n'],
  ])('%s', (_, text, after) => {
    expect(marked(text, insert({ kind: 'before', regex: /b\(\)/ }))).toBe(after);
  });

  test.each<[string, string, string]>([
    ['the whole statement', 'b(\n  1,\n);\nc();\n', 'b(\n  1,\n);\n+\nc();\n'],
    ['a line with a comment', 'b(); // c\nc();\n', 'b(); // c\n+\nc();\n'],
    ['the last line, without an end', 'a();\nb()', 'a();\nb()\n+'],
    ['with the line ends of the file', 'b();\r\nc();\r\n', 'b();\r\n+\r\nc();\r\n'],
    ['with old line ends', 'b();\rc();\r', 'b();\r+\rc();\r'],
  ])('after %s', (_, text, after) => {
    expect(marked(text, insert({ kind: 'after', regex: /b\(/ }))).toBe(after);
  });
});

describe('at the top', () => {
  const top = insert({ kind: 'top' });
  test.each<[string, string, string]>([
    ['a file', 'a();\n', '+\na();\n'],
    ['a shebang', '#!/usr/bin/env node\na();\n', '#!/usr/bin/env node\n+\na();\n'],
    ['a licence', '// Copyright 2026\na();\n', '// Copyright 2026\n+\na();\n'],
    ['a licence of lines', '// Copyright 2026\n// SPDX: MIT\na();\n', '// Copyright 2026\n// SPDX: MIT\n+\na();\n'],
    ['a comment set off by a blank line', '// About\n\na();\n', '// About\n+\n\na();\n'],
    ['a comment set off by old line ends', '// About\r\ra();\r', '// About\r+\r\ra();\r'],
    [
      'a licence, not the comment behind a blank line',
      '/* MIT license */\n\n// a\na();\n',
      '/* MIT license */\n+\n\n// a\na();\n',
    ],
    ['switches of tools', '/* eslint-disable x */\na();\n', '/* eslint-disable x */\n+\na();\n'],
    ['a reference', '/// <reference types="a" />\na();\n', '/// <reference types="a" />\n+\na();\n'],
    ['a file of comments', '// Copyright\n', '// Copyright\n+\n'],
  ])('below %s', (_, text, after) => expect(marked(text, top)).toBe(after));

  test.each<[string, string, string]>([
    ['a comment about the first line', '// what a does\na();\n', '+\n// what a does\na();\n'],
    ['a comment of lines about the first line', '// what\n// a does\na();\n', '+\n// what\n// a does\na();\n'],
    ['a comment further down', 'a();\n// Copyright\nb();\n', '+\na();\n// Copyright\nb();\n'],
  ])('above %s', (_, text, after) => expect(marked(text, top)).toBe(after));
});

describe('in a language that is not understood', () => {
  test.each<[string, Instruction, string, string]>([
    ['before a line', insert({ kind: 'before', regex: /b/ }, 'x'), 'a\nb c\n', 'a\n+\nb c\n'],
    ['as the line of the anchor', insert({ kind: 'before', regex: /b/ }, '  x'), 'a\n  b c\n', 'a\n  x\n  b c\n'],
    ['indented with it', insert({ kind: 'before', regex: /b/ }, 'x'), 'a\n  b c\n', 'a\n  x\n  b c\n'],
    ['after a line', insert({ kind: 'after', regex: /b/ }, 'x'), 'a\nb c\nd\n', 'a\nb c\n+\nd\n'],
    ['as what follows is', insert({ kind: 'after', regex: /b/ }, 'x'), 'b:\n    c\n', 'b:\n    x\n    c\n'],
    ['not as what is further out', insert({ kind: 'after', regex: /b/ }, 'x'), ' b\nc\n', ' b\n x\nc\n'],
    ['in a list that it opens', insert({ kind: 'after', regex: /b = \[/ }, 'x,'), 'b = [\n]\n', 'b = [\n  x,\n]\n'],
    ['not in a list on its line', insert({ kind: 'after', regex: /b = \[/ }, 'x,'), 'b = [c]\n', '<anchor-unique>'],
    [
      'not in a list it leaves open',
      insert({ kind: 'after', regex: /b =/ }, 'x'),
      'b = [\n  c,\n]\n',
      '<line-is-whole>',
    ],
    ['not below a decorator', insert({ kind: 'before', regex: /def/ }, 'x'), '@y\ndef z(): pass\n', '<line-is-whole>'],
    [
      'a decorator below another',
      insert({ kind: 'before', regex: /def/ }, '@x'),
      '@y\ndef z(): pass\n',
      '@y\n@x\ndef z(): pass\n',
    ],
    ['after what ends a line', insert({ kind: 'after', regex: /b\n/ }, 'x'), 'a\nb\nd\n', 'a\nb\n+\nd\n'],
    ['at the top', insert({ kind: 'top' }, 'x'), 'a\n', '+\na\n'],
    ['below a shebang', insert({ kind: 'top' }, 'x'), '#!/bin/sh\na\n', '#!/bin/sh\n+\na\n'],
    ['at the end', insert({ kind: 'end' }, 'x'), 'a\n', 'a\n+\n'],
    ['at the end of a file without one', insert({ kind: 'end' }, 'x'), 'a', 'a\n+'],
    ['nowhere', insert({ kind: 'before', regex: /q/ }, 'x'), 'a\n', '<anchor-unique>'],
    ['twice', insert({ kind: 'before', regex: /a/g }, 'x'), 'a\na\n', '<anchor-unique>'],
    ['nothing', insert({ kind: 'end' }, '  '), 'a\n', '<instruction-executable>'],
    ['behind imports', insert({ kind: 'after-imports' }, 'x'), 'a\n', '<language-not-understood>'],
    ['with an import', { ...insert({ kind: 'end' }, 'x'), importLine: 'import x' }, 'a\n', '<language-not-understood>'],
    [
      'on a condition',
      { ...insert({ kind: 'end' }, 'x'), when: [{ name: 'outside-try', argument: null }] },
      'a\n',
      '<language-not-understood>',
    ],
  ])('%s', (_, fix, text, after) => {
    const path = 'a.py';
    expect(mend({ text, pattern: null, fix, path }).replace(/(?<=^|[\n])x(?=\n|$)/, '+')).toBe(after);
  });

  const swap: Instruction = { findReplace: { find: /old/g, replace: 'new' } };
  const group: Instruction = { template: 'new_${1}', target: { kind: 'group', name: '1' } };
  test.each<[string, Instruction, RegExp, string, string]>([
    ['what the match holds', swap, /old\(/, 'old(old)\nold\n', 'new(old)\nold\n'],
    ['a group', group, /call\((\w+)\)/, 'call(a)\n', 'call(new_a)\n'],
    ['behind a comment on another line', swap, /old\(/, '# old\nold(1)\n', '# old\nnew(1)\n'],
    ['in front of a comment', swap, /old\(/, 'old(1)  # x\n', 'new(1)  # x\n'],
    ['behind a sign in a string', swap, /old\(/, 'f("# ", old(1))\n', 'f("# ", new(1))\n'],
    ['not in a comment', swap, /old\(/, '  # old(1)\n', '<position-is-code>'],
    ['not in a comment behind code', swap, /old\(/, 'a = 1  # old(1)\n', '<position-is-code>'],
    [
      'not what is not there',
      { findReplace: { find: /other/g, replace: 'x' } },
      /old\(/,
      'old(1)\n',
      '<find-found-nothing>',
    ],
    ['not a group that took no part', group, /call\((?:(\w+)|\d)?\)/, 'call()\n', '<placeholder-known>'],
    ['not by a template alone', { template: 'x' }, /old\(/, 'old(1)\n', '<language-not-understood>'],
    ['not a removal', { strategy: 'remove' }, /old\(/, 'old(1)\n', '<language-not-understood>'],
    [
      'not without a template',
      { target: { kind: 'group', name: '1' } },
      /(old)/,
      'old(1)\n',
      '<instruction-executable>',
    ],
  ])('exchanges %s', (_, fix, pattern, text, after) => {
    expect(mend({ text, pattern, fix, path: 'a.py' })).toBe(after);
  });
});
