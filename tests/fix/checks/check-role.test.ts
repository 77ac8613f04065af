import { describe, expect, test } from 'vitest';
import { mend, replaced } from '../mend.js';

describe('a name that a replacement begins with', () => {
  const run = (text: string) =>
    mend({
      text,
      pattern: /\bold\(/,
      fix: { findReplace: { find: /\bold\(/g, replace: 'fresh(' }, importLine: "import { fresh } from './fresh.js';" },
    });

  test.each([
    ['a call', "import { fresh } from './fresh.js';\nold(1);", "import { fresh } from './fresh.js';\nfresh(1);"],
    ['a call of a member', "import { fresh } from './fresh.js';\na.old(fresh);", '<name-shadowed>'],
    ['a call of a member of the window', "import { fresh } from './fresh.js';\nwindow.old(fresh);", '<name-shadowed>'],
    [
      'a call of a private member',
      "import { fresh } from './fresh.js';\nclass A { #old(f = fresh) {} }",
      '<name-shadowed>',
    ],
    ['a method', "import { fresh } from './fresh.js';\nclass A { old() { fresh(); } }", '<name-shadowed>'],
    ['a method of an object', "import { fresh } from './fresh.js';\nf({ old() { fresh(); } });", '<name-shadowed>'],
    ['a function', "import { fresh } from './fresh.js';\nfunction old() { fresh(); }", '<name-shadowed>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('without an import, a member may well be meant', () => {
    expect(replaced("import { fresh } from './fresh.js';\na.old(fresh);", /\bold\(/, 'fresh(')).toBe(
      "import { fresh } from './fresh.js';\na.fresh(fresh);",
    );
  });

  test('without an import, a method is none of the names the file knows', () => {
    expect(replaced("import { fresh } from './fresh.js';\nclass A { old() {} }", /\bold\(/, 'fresh(')).toBe(
      '<name-shadowed>',
    );
  });

  test('a name nobody else has may be a new one', () => {
    expect(replaced('class A { old() {} }', /\bold\(/, 'fresh(')).toBe('class A { fresh() {} }');
  });
});
