import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('new String to String', () => {
  const run = (text: string) => replaced(text, /new (\w+)\(/, '$1(');

  test.each([
    ['a text', 'x = new String(a);', '<same-arguments>'],
    ['a truth', 'x = new Boolean(a);', '<same-arguments>'],
    ['an error', 'x = new Error(a);', 'x = Error(a);'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
