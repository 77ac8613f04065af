import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('assert.equal to assert.strictEqual', () => {
  const run = (text: string) => replaced(text, /assert\.equal\(/, 'assert.strictEqual(');

  test.each([
    ['a number', 'assert.equal(f(), 1);', 'assert.strictEqual(f(), 1);'],
    ['a text first', "assert.equal('a', f());", "assert.strictEqual('a', f());"],
    ['what typeof gives', 'assert.equal(typeof a, b);', 'assert.strictEqual(typeof a, b);'],
    ['null', 'assert.equal(f(), null);', '<null-comparison>'],
    ['undefined', 'assert.equal(undefined, f());', '<null-comparison>'],
    ['two calls', 'assert.equal(f(), g());', '<same-operand-types>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('a deep one asks for no type, but for null', () => {
    const deep = (text: string) => replaced(text, /deepEqual\(/, 'deepStrictEqual(');
    expect(deep('assert.deepEqual(f(), g());')).toBe('assert.deepStrictEqual(f(), g());');
    expect(deep('assert.deepEqual(f(), null);')).toBe('<null-comparison>');
  });
});
