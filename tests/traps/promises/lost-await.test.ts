import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('await taken away', () => {
  const waiting = (text: string) => `async function f() { ${text} }`;
  const run = (text: string, find: string, replace: string) => replaced(waiting(text), find, replace);

  test.each([
    ['what is returned', 'return await g();', 'return g();'],
    ['what is returned from a loop', 'for (;;) return await g();', 'for (;;) return g();'],
    ['what is returned in a try', 'try { return await g(); } catch { h(); }', '<same-result>'],
    ['what is returned before a finally', 'try { return await g(); } finally { h(); }', '<same-result>'],
    ['what is returned while something is open', 'await using x = y(); return await x.g();', '<same-result>'],
    ['a function in a try', 'try { k(async () => { return await g(); }); } catch {}', null],
    ['a part of what is returned', 'return await g() + h;', '<same-result>'],
  ])('return await: %s', (_, text, after) => {
    const mended = text.replace('return await', 'return');
    const expected = after?.startsWith('<') ? after : waiting(after ?? mended);
    expect(run(text, 'return await ', 'return ')).toBe(expected);
    expect(run(text, 'return await (.*?);', 'return $1;')).toBe(expected);
  });

  test.each([
    ['a statement', 'await g();'],
    ['a value', 'const x = await g();'],
    ['a receiver', 'h((await g()).x);'],
  ])('await: %s', (_, text) => {
    expect(run(text, 'await ', '')).toBe('<same-result>');
  });

  test('what is waited for otherwise', () => {
    expect(run('await g();', 'await g\\(\\)', 'await Promise.resolve(g())')).toBe(
      waiting('await Promise.resolve(g());'),
    );
  });
});
