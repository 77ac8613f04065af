import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('what Object.assign changes', () => {
  test.each([
    ['a new object', 'x = Object.assign(a, b);', 'Object\\.assign\\((\\w), (\\w)\\)', '{ ...$1, ...$2 }'],
    ['a new object to assign to', 'Object.assign(a, { b });', 'Object\\.assign\\((\\w), ', 'Object.assign({}, $1, '],
    ['the same, by the name alone', 'Object.assign(a, b);', 'Object\\.assign\\(', 'Object.assign({}, '],
    ['the variable', 'Object.assign(a, b);', 'Object\\.assign\\((\\w), (\\w)\\)', '$1 = { ...$1, ...$2 }'],
    [
      'the variable, a statement',
      'Object.assign(a, b);',
      'Object\\.assign\\((\\w), (\\w)\\);',
      '$1 = { ...$1, ...$2 };',
    ],
  ])('%s', (_, text, find, replace) => {
    expect(replaced(text, find, replace)).toBe('<argument-pure>');
  });

  test.each([
    ['{} is new', 'x = Object.assign({}, a);', 'Object\\.assign\\(\\{\\}, (\\w)\\)', '{ ...$1 }', 'x = { ...a };'],
    ['another function', 'Object.assign(a, b);', 'Object\\.assign\\((\\w), (\\w)\\)', 'b.copy($1)', 'b.copy(a);'],
    [
      'nothing changed',
      'Object.assign(a, b);',
      'Object\\.assign\\(a, b',
      'Object.assign(a, b, {}',
      'Object.assign(a, b, {});',
    ],
  ])('harmless: %s', (_, text, find, replace, after) => {
    expect(replaced(text, find, replace)).toBe(after);
  });
});
