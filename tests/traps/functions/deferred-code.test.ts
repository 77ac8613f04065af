import { describe, expect, test } from 'vitest';
import { mend, replaced } from '../../fix/mend.js';

describe('code that would run later', () => {
  const run = (text: string) => replaced(text, /\bdebug\((\w+)\)/, 'debug(() => $1)');

  test.each([
    ['for good', 'const n = f(); debug(n);', 'const n = f(); debug(() => n);'],
    ['of each round', 'for (const n of ns) debug(n);', 'for (const n of ns) debug(() => n);'],
    ['set before', 'let n = 0; n = f(); debug(n);', 'let n = 0; n = f(); debug(() => n);'],
    ['set afterwards', 'let n = 0; debug(n); n = f();', '<keeps-context>'],
    ['counted up in the loop', 'let n = 0; while (n < 3) { debug(n); n++; }', '<keeps-context>'],
  ])('a variable that is %s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test.each(['() => ${what}', '() => { return ${what}; }', 'function () { ${what}; }'])(
    'as a group: %s',
    (template) => {
      const text = 'let n = 0; n++; debug(n); n++;';
      const fix = { template, target: { kind: 'group', name: 'what' } } as const;
      expect(mend({ text, pattern: /debug\((?<what>n)\)/, fix })).toBe('<keeps-context>');
    },
  );

  const member = (text: string) => replaced(text, /\bdebug\((.+?)\);/, 'debug(() => $1);');

  test.each([
    ['set before', 'function f(a) { a.n = 1; debug(a.n); }', 'function f(a) { a.n = 1; debug(() => a.n); }'],
    ['another one', 'function f(a) { debug(a.n); a.m = 1; }', 'function f(a) { debug(() => a.n); a.m = 1; }'],
    ['counted up', 'class A { f() { debug(this.n); this.n++; } }', '<keeps-context>'],
    ['set above it', 'function f(a) { debug(a.b.c); a.b = {}; }', '<keeps-context>'],
    ['set below it', 'function f(a) { debug(a.b); a.b.c = {}; }', '<keeps-context>'],
    ['deleted', 'function f(a) { debug(a.b); delete a.b; }', '<keeps-context>'],
    ['filled', 'function f(a) { debug(a); Object.assign(a, b); }', '<keeps-context>'],
    ['added to', 'function f(list) { debug(list.length); list.push(1); }', '<keeps-context>'],
    [
      'counted up elsewhere',
      'class A { f(x) { if (x) { debug(this.n); } else this.n++; } }',
      'class A { f(x) { if (x) { debug(() => this.n); } else this.n++; } }',
    ],
    [
      'counted up behind a return',
      'class A { f(x) { if (x) { debug(this.n); return; } this.n++; } }',
      'class A { f(x) { if (x) { debug(() => this.n); return; } this.n++; } }',
    ],
    ['counted up elsewhere in the loop', 'for (;;) { if (x) { debug(a.n); } else a.n++; }', '<keeps-context>'],
    ['added to in the loop', 'for (;;) { list.push(1); debug(list); }', '<keeps-context>'],
  ])('a member that is %s', (_, text, after) => {
    expect(member(text)).toBe(after);
  });

  test('an object would be a block', () => {
    expect(replaced('debug({ a });', /debug\((.*)\)/, 'debug(() => $1)')).toBe('<edit-bounded>');
    expect(replaced('debug({ a });', /debug\((.*)\)/, 'debug(() => ($1))')).toBe('debug(() => ({ a }));');
  });

  test('what stands in a function already is not moved into one', () => {
    expect(replaced('let n = 0; debug(() => n); n++;', /debug\(/, 'console.debug(')).toBe(
      'let n = 0; console.debug(() => n); n++;',
    );
  });
});
