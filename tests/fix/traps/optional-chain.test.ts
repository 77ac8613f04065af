import { describe, expect, test } from 'vitest';
import { mend } from '../mend.js';

describe('&& to ?.', () => {
  const run = (text: string) =>
    mend({
      text,
      pattern: /(\w+) && \1[.(]/,
      fix: { findReplace: { find: /(\w+) && \1(?:\.(\w+)|(\(\)))/g, replace: '$1?.$2$3' } },
      types: {
        typesAt: (_, code, { start }) =>
          new Set(code.startsWith('maybe', start) ? ['object', 'undefined'] : ['unknown']),
        targetLib: () => null,
        forbidsUnused: () => false,
      },
    });

  test.each([
    ['a value', 'x = a && a.b;', '<nullish-only>'],
    ['a value that is an object or undefined', 'x = maybe && maybe.b;', 'x = maybe?.b;'],
    ['a test', 'if (a && a.b) f();', 'if (a?.b) f();'],
    ['negated', 'if (!(a && a.b)) f();', 'if (!(a?.b)) f();'],
    ['part of a test', 'if ((a && a.b) || c) f();', 'if ((a?.b) || c) f();'],
    ['the chosen of a choice', 'x = c ? a && a.b : 1;', '<nullish-only>'],
    ['a chain in a test', 'if (a && a.b.c) f();', '<edit-bounded>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
