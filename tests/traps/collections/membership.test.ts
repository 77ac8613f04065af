import { describe, expect, test } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
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

test('a module may have a function of that name', () => {
  const packages = (text: string): Packages => ({
    isInstalled: () => true,
    reach: () => 'file',
    sourceAt: (_, module) => (module === './lib' ? { path: 'src/lib.js', text } : null),
    oldestNode: () => null,
    isCompiled: () => false,
  });
  const text = "const lib = require('./lib');\nx = lib.indexOf(list, a) !== -1;";
  const includes = (source: string) =>
    replaced(text, '\\.indexOf\\(([^()]*)\\) !== -1', '.includes($1)', {
      path: 'src/a.js',
      packages: packages(source),
    });
  const made = "const lib = require('./lib');\nx = lib.includes(list, a);";
  expect(includes('function indexOf(list, a) {}\nmodule.exports = { indexOf };')).toBe('<same-arguments>');
  expect(includes('exports.indexOf = (list, a) => 0;')).toBe('<same-arguments>');
  expect(includes('module.exports = [1, 2];')).toBe(made);
});
