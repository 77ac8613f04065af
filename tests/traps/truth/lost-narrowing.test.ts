import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('!! to Boolean', () => {
  const run = (text: string, path = 'src/file.ts') =>
    replaced(text, /!!([\w.]+)/, 'Boolean($1)', {
      pattern: /!!(?=\w)/,
      path,
      types: {
        typesAt: (_, code, { start }) => new Set([code.startsWith('count', start) ? 'number' : 'unknown']),
        targetLib: () => null,
        forbidsUnused: () => false,
        lacksInterop: () => false,
      },
    });

  test.each([
    ['const a = !!b;', 'const a = Boolean(b);'],
    ['f(!!b, b);', 'f(Boolean(b), b);'],
    ['x = !!b && c;', 'x = Boolean(b) && c;'],
    ['if (!!b) f();', 'if (Boolean(b)) f();'],
    ['x = !!count && count + 1;', 'x = Boolean(count) && count + 1;'],
    ['x = { a: !!b.c, d: b.c };', 'x = { a: Boolean(b.c), d: b.c };'],
    ['const f = () => !!b;', 'const f = () => Boolean(b);'],
    ['list.filter((a): a is A => !!a);', 'list.filter((a): a is A => Boolean(a));'],
  ])('%s', (text, after) => {
    expect(run(text)).toBe(after);
  });

  test.each([
    ['x = !!b && b.c;'],
    ['x = !!b.c && (d || b.c.e);'],
    ['x = !!b && c && b.d;'],
    ['x = !!b ? b.c : d;'],
    ['if (!!b) f(b);'],
    ['if (!!b && c) { f(b.d); }'],
    ['while (!!b) b = b.next;'],
    ['for (; !!b; ) b = b.next;'],
    ['function f(b) { if (!(!!b)) return; g(b.c); }'],
    ['x = list.filter((each) => !!each);'],
  ])('%s is left alone in TypeScript only', (text) => {
    expect(run(text)).toBe('<keeps-narrowing>');
    expect(run(text, 'src/file.js')).toBe(text.replace(/!!([\w.]+)/, 'Boolean($1)'));
  });
});
