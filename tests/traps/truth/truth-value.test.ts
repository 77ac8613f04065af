import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['a list', 'const list = f() as string[]; if (list.length === 0) g();', '<same-operand-types>'],
  ['what is not known', 'if (list.length === 0) g();', '<same-operand-types>'],
  ['a text', 'const list: string = f(); if (list.length === 0) g();', 'const list: string = f(); if (!list) g();'],
  ['a text, for good', 'const list: string = f(); x = list.length === 0;', 'const list: string = f(); x = !list;'],
])('only of a text it is the same whether it is empty and whether it is false: %s', (_, text, after) => {
  expect(replaced(text, '(\\w+)\\.length === 0', '!$1')).toBe(after);
});

test('a text is no boolean', () => {
  const text = 'const name: string = f(); x = name.length > 0;';
  expect(replaced(text, '(\\w+)\\.length > 0', '$1')).toBe('<truth-only>');
  expect(replaced(text.replace('x = ', 'while (').replace('0;', '0) {}'), '(\\w+)\\.length > 0', '$1')).toBe(
    'const name: string = f(); while (name) {}',
  );
});

test.each([
  ['> 0', '$1.length', true],
  ['>= 1', '$1.length', true],
  ['!== 0', '!!$1.length', true],
  ['=== 0', '!$1.length', true],
  ['< 1', '!$1.length', true],
  ['> 1', '$1.length', false],
  ['=== 1', '$1.length', false],
  ['=== 0', '$1.length', false],
  ['> 0', '!$1.length', false],
])('of a count, only 0 is false: %s to %s', (test, replace, isMended) => {
  const text = `if (list.length ${test}) f();`;
  const mended = `if (${replace.replace('$1', 'list')}) f();`;
  expect(replaced(text, `(\\w+)\\.length ${test}`, replace)).toBe(isMended ? mended : '<same-operand-types>');
});

test('what a class calls length for itself may be below 0', () => {
  const text = 'class A { #length = -1; f() { if (this.#length > 0) g(); } }';
  expect(replaced(text, 'this\\.#length > 0', 'this.#length')).toBe('<same-operand-types>');
});

test('of a count behind its bound', () => {
  const run = (text: string, find: string) => replaced(text, find, '$1.size');
  expect(run('if (0 < set.size) f();', '0 < (\\w+)\\.size')).toBe('if (set.size) f();');
  expect(run('if (1 < set.size) f();', '1 < (\\w+)\\.size')).toBe('<same-operand-types>');
});
