import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('concat to a spread list', () => {
  const run = (text: string) =>
    replaced(text, /(\w+)\.concat\((.*?)\)/, '[...$1, ...$2]', {
      pattern: /\w+\.concat\(.*?\)/,
      types: {
        typesAt: (_, code, { start }) =>
          new Set([code.startsWith('list', start) ? 'object' : code.startsWith('text', start) ? 'string' : 'unknown']),
        targetLib: () => null,
        forbidsUnused: () => false,
        lacksInterop: () => false,
      },
    });

  test.each([
    ['unknown', 'x = a.concat(b);', '<same-operand-types>'],
    ['texts', 'x = text.concat(text);', '<same-operand-types>'],
    ['a list and something', 'x = list.concat(b);', '<same-operand-types>'],
    ['lists', 'x = list.concat(list2);', 'x = [...list, ...list2];'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
