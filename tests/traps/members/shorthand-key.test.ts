import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('a shorthand property', () => {
  const run = (text: string) => replaced(text, /\bfetch\b/, 'request');

  test.each([
    ['in an object', 'const request = 1;\nf({ fetch });', '<slot-is-key>'],
    ['in a pattern', 'const request = 1;\nfunction f({ fetch }) {}', '<slot-is-key>'],
    ['a value with its key', 'const request = 1;\nf({ a: fetch });', 'const request = 1;\nf({ a: request });'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
