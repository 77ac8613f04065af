import { describe, expect, test } from 'vitest';
import { answerTo, mend } from '../mend.js';

const remove = (text: string, pattern: RegExp, path: string) =>
  mend({ text, pattern, fix: { strategy: 'remove' }, path });
const FLAG = /\bflag\s*=\s*true/;

describe('a declaration that nothing in its file uses stays where others may', () => {
  test.each([
    ['a global of a script', 'a.js', 'var flag = true;\nstart();\n'],
    ['one that is no var', 'a.js', 'const flag = true;\nstart();\n'],
    ['one of a script in TypeScript', 'a.ts', 'var flag = true;\nstart();\n'],
    ['one declared in a block', 'a.js', 'if (document) {\n  var flag = true;\n  start();\n}\n'],
    ['eval in its scope', 'a.mjs', 'function f(code) {\n  const flag = true;\n  return eval(code);\n}\n'],
    ['eval further in', 'a.mjs', 'const flag = true;\nexport const f = (code) => eval(code);\n'],
  ])('%s', (_, path, text) => expect(remove(text, FLAG, path)).toBe('<still-referenced>'));

  test.each([
    ['using', 'export function f(m) {\n  using lock = m.hold;\n  work();\n}\n'],
    ['await using', 'export async function f(m) {\n  await using lock = m.hold;\n  work();\n}\n'],
  ])('%s', (_, text) => expect(remove(text, /\block\b/, 'a.ts')).toBe('<argument-pure>'));

  test('found and replaced as well', () => {
    const find = /var flag = true;/g;
    const text = 'start();\nvar flag = true;\n';
    const findReplace = { find, replace: 'var other = true;' };
    expect(mend({ text, pattern: find, fix: { findReplace }, path: 'a.js' })).toBe('<still-referenced>');
  });

  test('and it is said who may', () => {
    const detailOf = (text: string, path: string) => {
      const answer = answerTo({ text, pattern: FLAG, fix: { strategy: 'remove' }, path });
      return answer.kind === 'refused' ? answer.detail : '';
    };
    expect(detailOf('var flag = true;\nstart();\n', 'a.js')).toBe(
      '"flag" is declared at the top of a plain script, so that every other script can use it.',
    );
    expect(detailOf('const flag = true;\nexport const f = (x) => eval(x);\n', 'a.js')).toBe(
      '"flag" can be read by the code that eval is given in its scope.',
    );
  });
});

describe('a declaration that nothing uses goes where nobody else can', () => {
  test.each([
    ['a module by its import', 'a.js', `import './b.js';\n`, 'start();\n'],
    ['a module by its export', 'a.js', '', 'export {};\n'],
    ['a module by its name', 'a.mjs', '', 'start();\n'],
    ['CommonJS', 'a.js', `const b = require('b');\n`, 'b();\n'],
    ['CommonJS by its name', 'a.cjs', '', 'start();\n'],
    ['a module by its await', 'a.js', '', 'await start();\n'],
    ['another eval', 'a.mjs', '', 'const run = (eval) => eval(1);\n'],
    ['an indirect eval', 'a.mjs', '', '(0, eval)(1);\n'],
  ])('%s', (_, path, head, rest) => {
    expect(remove(`${head}var flag = true;\n${rest}`, FLAG, path)).toBe(head + rest);
  });

  test('a variable of a function in a script', () => {
    const text = 'function f() {\n  var flag = true;\n  start();\n}\n';
    expect(remove(text, FLAG, 'a.js')).toBe('function f() {\n  start();\n}\n');
  });

  test('eval in another function', () => {
    const rest = 'export const g = (code) => eval(code);\n';
    const text = `export function f() {\n  const flag = true;\n  start();\n}\n${rest}`;
    expect(remove(text, FLAG, 'a.js')).toBe(`export function f() {\n  start();\n}\n${rest}`);
  });
});

describe('an import that comments take types from', () => {
  const DOC = '/** @param {Foo} x */\nexport const f = (x) => x;\n';
  const before = `import { Bar, Foo } from './m.js';\nlog(Foo, Bar);\n`;

  test.each(['a.js', 'a.jsx', 'a.mjs'])('stays in %s', (path) => {
    expect(remove(before + DOC, /\blog\(/, path)).toBe(`import { Foo } from './m.js';\n${DOC}`);
  });

  test.each([
    ['TypeScript', 'a.ts', DOC],
    ['a comment of another kind', 'a.js', DOC.replace('/**', '/*')],
    ['another word', 'a.js', DOC.replace('Foo', 'Foot')],
  ])('goes with %s', (_, path, rest) => {
    expect(remove(before + rest, /\blog\(/, path)).toBe(rest);
  });

  test('is not to be removed either', () => {
    const text = `import { Bar } from './b.js';\nimport { Foo } from './m.js';\n${DOC}`;
    expect(remove(text, /from '.\/m.js'/, 'a.js')).toBe('<still-referenced>');
    const names = `import { Bar, Foo } from './m.js';\nBar();\n${DOC}`;
    expect(remove(names, /\bFoo(?= \})/, 'a.js')).toBe('<still-referenced>');
  });
});
