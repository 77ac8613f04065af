import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const TEST = String.raw`\.indexOf\(([\w.]+)\) *([!=<>]=*) *(-?\d)`;

/** What the owner of the rule has in mind, told by the tables below. */
const run = (text: string, replace: string, find = TEST) => replaced(text, find, replace);

describe('indexOf to includes', () => {
  test.each([
    ['f(a.indexOf(x) !== -1)', 'f(a.includes(x))'],
    ['f(a.indexOf(x) != -1)', 'f(a.includes(x))'],
    ['f(a.indexOf(x) > -1)', 'f(a.includes(x))'],
    ['f(a.indexOf(x) >= 0 && y)', 'f(a.includes(x) && y)'],
    ['f(g(a)[0].indexOf(x) !== -1)', 'f(g(a)[0].includes(x))'],
  ])('%s', (text, after) => {
    expect(run(text, '.includes($1)')).toBe(after);
  });

  test.each([
    ['f(a.indexOf(x) === -1)', 'same-arguments'],
    ['f(a.indexOf(x) > 0)', 'same-arguments'],
    ['f(a.indexOf(x) !== 1)', 'same-arguments'],
    ['f(a.indexOf(NaN) !== -1)', 'same-arguments'],
    ['f(a.indexOf(Number.NaN) !== -1)', 'same-arguments'],
    ['class A { b() { return this.indexOf(x) !== -1 } }', 'same-arguments'],
    // What stands in front is not the whole of the left side.
    ['f(1 + a.indexOf(x) !== -1)', 'edit-bounded'],
    ['f(!a.indexOf(x) !== -1)', 'edit-bounded'],
    ['f(a.indexOf(x) !== -1 + b)', 'edit-bounded'],
  ])('%s is refused', (text, condition) => {
    expect(run(text, '.includes($1)')).toBe(`<${condition}>`);
  });

  test('the beginning of what is text', () => {
    expect(run('f("abc".indexOf(x) === 0)', '.startsWith($1)')).toBe('f("abc".startsWith(x))');
    expect(run('f("abc".indexOf(x) === 1)', '.startsWith($1)')).toBe('<same-arguments>');
    expect(run('f("abc".indexOf(x) !== 0)', '.startsWith($1)')).toBe('<same-arguments>');
    expect(run('f(a.indexOf(x) === 0)', '.startsWith($1)')).toBe('<same-operand-types>');
  });

  test('the negation of a negation', () => {
    const find = String.raw`([\w.]+)\.indexOf\((\w+)\) === -1`;
    expect(run('f(a.b.indexOf(x) === -1)', '!$1.includes($2)', find)).toBe('f(!a.b.includes(x))');
    expect(run('f(a.b.indexOf(x) === -1)', '$1.includes($2)', find)).toBe('<same-arguments>');
    const mirrored = String.raw`-1 (?:!==|<) ([\w.]+)\.indexOf\((\w+)\)`;
    expect(run('f(-1 < a.indexOf(x))', '$1.includes($2)', mirrored)).toBe('f(a.includes(x))');
    expect(run('f(-1 < a.indexOf(x))', '!$1.includes($2)', mirrored)).toBe('<same-arguments>');
  });
});
