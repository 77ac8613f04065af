import { expect, test } from 'vitest';
import type { TypeOracle } from '../../../src/model/type-oracle.js';
import { mend, replaced } from '../../fix/mend.js';

const compiled = (lacksInterop: boolean): TypeOracle => ({
  typesAt: () => new Set(['unknown']),
  targetLib: () => null,
  forbidsUnused: () => false,
  lacksInterop: () => lacksInterop,
});

const required = "const slug = require('slug');\nf(slug('a'));";

test.each([
  [required, true, '<module-file>'],
  [required, false, "import slug from 'slug';\nf(slug('a'));"],
  ["const slug = require('./slug');\nf(slug('a'));", true, "import slug from './slug';\nf(slug('a'));"],
  ["import fs from 'fs';\nconst slug = require('slug');\nf(slug(fs));", true, '<module-file>'],
])('%s with interop lacking: %s', (text, lacks, expected) => {
  const find = "const (\\w+) = require\\(('[^']+')\\);";
  expect(replaced(text, find, 'import $1 from $2;', { types: compiled(lacks) })).toBe(expected);
});

test('a namespace becomes a default', () => {
  const more = { types: compiled(true) };
  expect(replaced("import * as fs from 'fs'; f(fs);", '\\* as (\\w+)', '$1', more)).toBe('<module-file>');
});

test('another module in the place of the one whose default is taken', () => {
  const more = { types: compiled(true) };
  expect(replaced("import fs from 'fs'; f(fs);", "'fs'", "'node:fs'", more)).toBe("import fs from 'node:fs'; f(fs);");
});

test('the import that a fix needs', () => {
  const fix = { findReplace: { find: /md5\(/g, replace: 'sha(' }, importLine: "import sha from 'sha.js';" };
  const text = 'f(md5(a));';
  expect(mend({ text, pattern: /md5\(/, fix, types: compiled(true) })).toBe('<module-file>');
  expect(mend({ text, pattern: /md5\(/, fix, types: compiled(false) })).toContain("import sha from 'sha.js';");
});
