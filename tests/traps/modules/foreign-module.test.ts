import { describe, expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

describe('what one kind of module knows', () => {
  const run = (path: string, text: string, find: string, replace: string) =>
    mend({ path, text, pattern: new RegExp(find), fix: { findReplace: { find: new RegExp(find, 'g'), replace } } });
  const [TO_META, TO_NAME] = [
    ['__dirname', 'import.meta.dirname'],
    ['import\\.meta\\.dirname', '__dirname'],
  ] as const;

  test.each([
    ['a.js', "const a = require('a');\na(__dirname);", '<commonjs-file>'],
    ['a.cts', "import a from 'a';\na(__dirname);", '<commonjs-file>'],
    ['a.js', 'a(__dirname);', '<module-kind-unknown>'],
    ['a.js', "import a from 'a';\na(__dirname);", "import a from 'a';\na(import.meta.dirname);"],
    ['a.js', 'a(import.meta.url, __dirname);', 'a(import.meta.url, import.meta.dirname);'],
    ['a.mjs', 'a(__dirname);', 'a(import.meta.dirname);'],
    ['a.ts', 'a(__dirname);', 'a(import.meta.dirname);'],
  ])('in %s: %s', (path, text, expected) => {
    expect(run(path, text, ...TO_META)).toBe(expected);
  });

  test.each([
    ['a.js', 'a(import.meta.dirname);', '<module-file>'],
    ['a.mts', 'a(import.meta.dirname);', '<module-file>'],
    ['a.ts', 'a(import.meta.dirname);', '<module-file>'],
    ['a.js', 'b(__dirname, import.meta.dirname);', 'b(__dirname, __dirname);'],
  ])('back in %s: %s', (path, text, expected) => {
    expect(run(path, text, ...TO_NAME)).toBe(expected);
  });

  test.each([
    ['a.js', "const b = require('b');", '<commonjs-file>'],
    ['a.ts', "import a from 'a';\na(require('b').c);", "import a from 'a';\na((await import('b')).c);"],
    ['a.js', "async function a() { return require('b').c; }", "async function a() { return (await import('b')).c; }"],
  ])('an await in %s: %s', (path, text, expected) => {
    expect(run(path, text, "require\\(('\\w+')\\)", '(await import($1))')).toBe(expected);
  });

  test.each([
    ['a.js', "import x from 'x';\nx(load('b'));", '<module-file>'],
    ['a.ts', "import x from 'x';\nx(load('b'));", "import x from 'x';\nx(require('b'));"],
    ['a.js', "x(load('b'));", "x(require('b'));"],
  ])('a require in %s: %s', (path, text, expected) => {
    expect(run(path, text, 'load\\(', 'require(')).toBe(expected);
  });
});
