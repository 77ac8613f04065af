import { describe, expect, it } from 'vitest';
import { runBounded } from '../../../src/platform/runtime/run-bounded.js';

const forever = (): never => {
  for (;;);
};

describe('runBounded', () => {
  it('gives back what the work answers', () => {
    expect(runBounded(() => 7, 1000)).toEqual({ kind: 'done', value: 7 });
    expect(runBounded(() => undefined, 1000)).toEqual({ kind: 'done', value: undefined });
  });

  it('breaks off a loop', () => {
    expect(runBounded(forever, 20)).toEqual({ kind: 'timeout' });
  });

  it.each([
    ['an exponential one', /^(a+)+\1$/, `${'a'.repeat(60)}b`],
    ['a quadratic one', /\s+$/, `${' '.repeat(1_000_000)}x`],
    ['one with a lookahead', /(?=(a+)+$)b/, `${'a'.repeat(60)}b`],
  ])('breaks off a regular expression: %s', (_, regex, text) => {
    expect(runBounded(() => regex.test(text), 50)).toEqual({ kind: 'timeout' });
  });

  it('lets errors of the work through as they are', () => {
    const error = new RangeError('too much');
    expect(() =>
      runBounded(() => {
        throw error;
      }, 1000),
    ).toThrow(error);
  });

  it('works again after it broke something off', () => {
    runBounded(forever, 10);
    expect(runBounded(() => 'again', 1000)).toEqual({ kind: 'done', value: 'again' });
  });

  it('can be nested: the inner one ends alone, the outer one ends both', () => {
    const inner = runBounded(() => [runBounded(forever, 10).kind, runBounded(() => 1, 1000).kind], 5000);
    expect(inner).toEqual({ kind: 'done', value: ['timeout', 'done'] });
    expect(runBounded(() => runBounded(forever, 60_000), 20)).toEqual({ kind: 'timeout' });
  });

  it('ends the work within moments: no line of it runs any more', () => {
    let count = 0;
    runBounded(() => {
      for (;;) count++;
    }, 10);
    const after = count;
    runBounded(() => 1, 1000);
    expect(count).toBe(after);
  });
});
