import { describe, expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

describe('a global that is written', () => {
  const run = (text: string) =>
    mend({
      text,
      pattern: /\bprocess\.env\.(\w+)/,
      fix: {
        findReplace: { find: /\bprocess\.env\.(\w+)/g, replace: 'env.$1' },
        importLine: "import { env } from './env.js';",
      },
    });

  test.each([
    ['set', "process.env.CI = '1';"],
    ['set below an import', "import a from 'a';\nprocess.env.CI = a;"],
    ['deleted', 'delete process.env.CI;'],
    ['counted', 'process.env.CI++;'],
    ['filled by a pattern', '[process.env.CI] = a;'],
    ['a member of it set', 'process.env.CI.x = 1;'],
  ])('%s', (_, text) => {
    expect(run(text)).toBe('<only-read>');
  });

  test('read', () => {
    expect(run("import a from 'a';\na(process.env.CI);")).toBe(
      "import a from 'a';\nimport { env } from './env.js';\na(env.CI);",
    );
  });

  test('what is deleted is not set', () => {
    const fix = { findReplace: { find: /delete o\.k/g, replace: 'o.k = null' } };
    expect(mend({ text: 'delete o.k;', pattern: /delete o\.k/, fix })).toBe('<only-read>');
  });

  test('what is deleted stays a member', () => {
    const fix = { findReplace: { find: /a\[0\]/g, replace: 'a.at(0)' } };
    expect(mend({ text: 'delete a[0];', pattern: /a\[0\]/, fix })).toBe('<only-read>');
    expect(mend({ text: 'f(a[0]);', pattern: /a\[0\]/, fix })).toBe('f(a.at(0));');
  });
});
