import { describe, expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

describe('a name that a module gives becomes another one', () => {
  const rename = (text: string, nth: number) =>
    mend({
      text,
      nth,
      pattern: /\bold\b/,
      path: 'a.ts',
      fix: { findReplace: { find: /\bold\b/g, replace: 'fresh' } },
    });

  test.each([
    ['another module', "import { old } from 'a';\nimport { fresh } from 'b';\nold(fresh);"],
    ['the file', "import { old } from 'a';\nconst fresh = 1;\nold(fresh);"],
  ])('of %s is refused', (_, text) => {
    expect(rename(text, 1)).toBe('<name-shadowed>');
  });

  test('of the same module is not', () => {
    expect(rename("import { fresh, old } from 'a';\nold(fresh);", 1)).toContain('fresh(fresh)');
  });

  test('nor where the rule leaves the import alone', () => {
    const text = "import { old } from 'a';\nimport { fresh } from 'b';\nold(fresh);";
    expect(replaced(text, /\bold(?=\()/, 'fresh', { path: 'a.ts' })).toBe(text.replace('old(', 'fresh('));
  });
});
