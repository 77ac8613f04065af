import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('apply becomes a spread', () => {
  const run = (text: string) => replaced(text, /\.apply\(null, (\w+)\)/, '(...$1)');

  test.each([
    ['null by default', 'const f = (g, list = null) => g.apply(null, list);'],
    ['an optional list', 'const f = (g: G, list?: string[]) => g.apply(null, list);'],
    ['a variable that is null at first', 'let list = null;\nexport const f = (g) => g.apply(null, list);'],
    ['null itself', 'const f = (g) => g.apply(null, null);'],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<same-arguments>');
  });

  test.each([
    ['a list', 'const f = (g, list) => g.apply(null, list);'],
    ['an empty list by default', 'const f = (g, list = []) => g.apply(null, list);'],
  ])('%s is not', (_, text) => {
    expect(run(text)).toBe(text.replace('.apply(null, list)', '(...list)'));
  });
});
