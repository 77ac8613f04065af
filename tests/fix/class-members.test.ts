import { describe, expect, test } from 'vitest';
import { mend, replaced } from './mend.js';

const USE = '  f() {\n    return this.x;\n  }\n';
const classOf = (member: string, rest = USE) => `export class A {\n  ${member}\n${rest}}\n`;

describe('the name of a member stays what it is', () => {
  test.each([
    ['a field', 'private x = 1;', /\bprivate (\w+)/, '#$1'],
    ['a field that is private already', '#x = 1;', /#(\w+)/, '$1'],
    ['a field in quotes', '"x" = 1;', /"x"/, 'y'],
    ['a method', 'private x() {}', /\bprivate (\w+)/, '#$1'],
    ['an accessor', 'private get x() { return 1; }', /\bprivate get (\w+)/, 'get #$1'],
    ['an auto-accessor', 'private accessor x = 1;', /\bprivate accessor (\w+)/, 'accessor #$1'],
    ['a parameter property', 'constructor(private x: number) {}', /\bprivate (\w+)/, 'private _$1'],
    ['a member of the class itself', 'x = 1;', /\bx = 1/, 'static x = 1'],
    ['a member that is taken away', 'x = 1;', /\bx = 1;/, ''],
  ])('%s', (_, member, find, replace) => {
    expect(replaced(classOf(member), find, replace)).toBe('<still-referenced>');
  });

  test('with a name beside it that is there already', () => {
    const text = 'export class A {\n  x = 1;\n  y = 2;\n}\n';
    const findReplace = { find: /y = 2;/g, replace: 'y = 2;\n  x = 3;' };
    expect(mend({ text, pattern: /y = 2;/, fix: { findReplace }, path: 'a.js' })).toBe('<name-taken>');
  });

  test.each([
    ['a method that is called', '  x() {}\n  f() { this.x(); }\n', /\bx\(\) \{/, 'y() {'],
    ['a method that is looked up', "  x() {}\n  f(k = 'x') { this[k](); }\n", /\bx\(/, 'y('],
    ['a method that others of its name go before', '  x(): void;\n  x() {}\n', /\bx\(\) \{/, 'y() {'],
    ['a method that becomes private', '  x() {}\n', /\bx\(/, '#x('],
    ['a method of the class itself', '  static x() {}\n', /\bx\(/, 'y('],
    ['a method that goes', '  x() {}\n', /\bx\(\) \{\}/, ''],
    ['a field that this file does not use', '  x = 1;\n', /\bx =/, 'y ='],
  ])('%s', (_, members, find, replace) => {
    expect(replaced(`export class A {\n${members}}\n`, find, replace)).toMatch(
      /^<(?:still-referenced|result-parses)>$/,
    );
  });

  test('but for a method that this file does not speak of again', () => {
    expect(replaced('export class A {\n  x() {}\n}\n', /\bx\(/, 'y(')).toBe('export class A {\n  y() {}\n}\n');
  });
});

describe('everything else about a member may change', () => {
  test.each([
    ['its value', 'x = 1;', /x = 1/, 'x = 2'],
    ['its modifiers', 'private x = 1;', /\bprivate x/, 'readonly x'],
    ['its type', 'private x: any = 1;', /x: any/, 'x: unknown'],
    ['what it is', 'x = () => 1;', /x = \(\) => 1;/, 'x() { return 1; }'],
    ['the modifiers of a parameter', 'constructor(private x: number) {}', /\bprivate (?=x)/, 'private readonly '],
    ['what stands beside it', 'x = 1;', /x = 1;/, 'x = 1;\n  y = 2;'],
  ])('%s', (_, member, find, replace) => {
    const text = classOf(member, '');
    expect(replaced(text, find, replace)).toBe(text.replace(find, replace));
  });

  test('a class that is replaced whole', () => {
    const text = 'export const a = class { x = 1; };\n';
    expect(replaced(text, /class \{ x = 1; \}/, 'class { y = 1; }')).toBe(text.replace('x =', 'y ='));
  });

  test.each(['before', 'after'] as const)('lines put in %s a member', (kind) => {
    const text = classOf('x = 1;', '');
    const fix = { strategy: 'insert', anchor: { kind, regex: /x = 1/ }, text: 'dispose() {}' } as const;
    expect(mend({ text, pattern: null, fix })).toContain('  dispose() {}\n');
    expect(mend({ text, pattern: null, fix: { ...fix, text: 'x() {}' }, path: 'a.js' })).toBe('<name-taken>');
  });
});
