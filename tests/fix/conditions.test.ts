import { describe, expect, test } from 'vitest';
import type { TypeOracle } from '../../src/model/type-oracle.js';
import { mend } from './mend.js';

const types = (lib: string | null): TypeOracle => ({
  typesAt: () => new Set(['string']),
  targetLib: () => lib,
  forbidsUnused: () => false,
  lacksInterop: () => false,
});

function met(text: string, pattern: RegExp, name: string, argument: string | null, oracle?: TypeOracle): boolean {
  const fix = { findReplace: { find: /foo/g, replace: 'bar' }, when: [{ name, argument }] };
  const result = mend({ text, pattern, fix, ...(oracle ? { types: oracle } : {}) });
  if (result === `<${name}>`) return false;
  expect(result).toContain('bar');
  return true;
}

describe('a declared condition', () => {
  test.each([
    ['value', 'plain-text', 'el.foo = name', /foo =/, true],
    ['value', 'plain-text', 'el.foo = "<b>"', /foo =/, false],
    ['value', 'plain-text', 'el.foo = html', /foo =/, false],
    ['value', 'plain-text', 'el.foo()', /foo/, false],
    ['value', 'string-literal', 'el.foo = "a"', /foo =/, true],
    ['value', 'string-literal', 'el.foo = a', /foo =/, false],
    ['argument', 'pure', 'el.foo(a, b.c)', /foo\(/, true],
    ['argument', 'pure', 'el.foo(a())', /foo\(/, false],
    ['argument', 'pure', 'el.foo = 1', /foo/, false],
    ['name-free', 'logger', 'el.foo()', /foo/, true],
    ['name-free', 'logger', 'const logger = 1; el.foo()', /foo/, false],
    ['name-free', 'logger', 'function f(logger) { el.foo() }', /foo/, false],
    ['name-free', 'logger', 'function f(logger) {} el.foo()', /foo/, true],
    ['result-unused', null, 'el.foo();', /foo/, true],
    ['result-unused', null, 'async () => { await el.foo(); }', /foo/, true],
    ['result-unused', null, 'x = el.foo();', /foo/, false],
    ['result-unused', null, 'el.foo().then(g);', /foo/, false],
    ['result-unused', null, 'x = () => el.foo();', /foo/, false],
    ['outside-try', null, 'el.foo();', /foo/, true],
    ['outside-try', null, 'try { el.foo(); } catch {}', /foo/, false],
    ['outside-try', null, 'try { if (a) { x = el.foo(); } } finally { g(); }', /foo/, false],
    ['outside-try', null, 'try { g(); } catch { el.foo(); }', /foo/, true],
    ['outside-try', null, 'try { g(); } catch {} finally { el.foo(); }', /foo/, true],
    ['outside-try', null, 'try { g(() => el.foo()); } catch {}', /foo/, true],
    ['outside-try', null, 'try { try { g(); } catch { el.foo(); } } finally { g(); }', /foo/, false],
  ] as const)('%s %s in %s', (name, argument, text, pattern, expected) => {
    expect(met(text, pattern, name, argument)).toBe(expected);
  });

  test('operands: what types know counts, and what nobody knows does not', () => {
    const run = (text: string, oracle?: TypeOracle) => {
      const fix = { template: ' === ', when: [{ name: 'operands', argument: 'primitive' }] };
      return mend({ text, pattern: / == /, fix, ...(oracle ? { types: oracle } : {}) });
    };
    expect(run('x = a == b')).toBe('<operands>');
    expect(
      run('x = a == b', {
        typesAt: () => new Set(['string', 'null']),
        targetLib: () => null,
        forbidsUnused: () => false,
        lacksInterop: () => false,
      }),
    ).toMatch(/^</);
    expect(run('x = a == b', types(null))).toBe('x = a === b');
    expect(run('x = typeof a == "b"')).toBe('x = typeof a === "b"');
  });

  test.each([
    ['a length less one', 'f = (n: number, l: string[]) => n == l.length - 1', true],
    ['anything less one', 'f = (n: number, m: any) => n == (m - 1) % 3', true],
    ['a sum of numbers', 'f = (n: number, m: number) => n == m + 1', true],
    ['a sum of anything', 'f = (n: number, m: any) => n == m + 1', false],
    ['a product of anything', 'f = (n: number, m: any, k: any) => n == m * k', false],
    ['a bigint', 'f = (n: bigint, m: any) => n == m - 1', false],
    ['a setting and a text', 'x = process.env.MODE == "b"', true],
    ['a setting and a number', 'x = process.env.PORT == 80', false],
    ['a setting and what may be missing', 'f = (n?: string) => process.env.MODE == n', false],
    ['a setting of an object of its own', 'f = (process: any) => process.env.MODE == "b"', false],
  ])('operands: %s', (_, text, isKnown) => {
    const fix = { template: ' === ', when: [{ name: 'operands', argument: 'primitive' }] };
    expect(mend({ text, pattern: / == /, fix })).toBe(isKnown ? text.replace(' == ', ' === ') : '<operands>');
  });

  test('operands: of an edit that is no trap by itself', () => {
    const fix = (text: string) =>
      mend({ text, pattern: / \+ /, fix: { template: ' - ', when: [{ name: 'operands', argument: 'primitive' }] } });
    expect(fix('x = 1 + 2')).toBe('x = 1 - 2');
    expect(fix('x = a + 2')).toBe('<operands>');
    expect(fix('x = [] + []')).toBe('<operands>');
  });

  test.each([
    ['es2022', 'es2022', true],
    ['es2022', 'esnext', true],
    ['es6', 'es2015', true],
    ['es2022', 'es2021', false],
    ['es2022', null, false],
    ['later', 'es2022', false],
  ])('target-lib: %s under %s', (wanted, actual, expected) => {
    expect(met('el.foo()', /foo/, 'target-lib', wanted, types(actual))).toBe(expected);
    expect(met('el.foo()', /foo/, 'target-lib', wanted)).toBe(false);
  });
});
