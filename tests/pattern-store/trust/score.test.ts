import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FixPattern } from '../../../src/model/fix-pattern.js';
import { decayedHundredths, recordOutcome, recordReversal } from '../../../src/pattern-store/trust/score.js';
import { printHundredths } from '../../../src/pattern-store/trust/standing.js';
import { tierOf } from '../../../src/pattern-store/trust/tier.js';
import { makePattern } from '../make-pattern.js';

function succeed(pattern: FixPattern, times: number, day: string): FixPattern {
  return Array.from({ length: times }).reduce<FixPattern>((p) => recordOutcome(p, 'success', day), pattern);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

describe('the worked trajectory', () => {
  const day = (n: number): string => addDays('2026-01-01', n - 1);
  const day1 = succeed(makePattern({ created: day(1) }), 3, day(1));
  const day5 = succeed(day1, 2, day(5));
  const day12 = succeed(day5, 4, day(12));

  it.each([
    ['day 1', day1, day(1), '0.65', 'silver'],
    ['day 5', day5, day(5), '0.75', 'gold'],
    ['day 12', day12, day(12), '0.95', 'platinum'],
    ['day 100, unused since', day12, day(100), '0.94', 'platinum'],
  ])('%s', (_, pattern, today, confidence, tier) => {
    const hundredths = decayedHundredths(pattern, today);
    expect([printHundredths(hundredths), tierOf(hundredths)]).toEqual([confidence, tier]);
  });

  it('does not write decay that was only read', () => {
    expect(day12.hundredths).toBe(95);
    expect(day12.lastUsed).toBe(day(12));
  });
});

describe('tierOf', () => {
  it.each([
    [0, 'bronze'],
    [39, 'bronze'],
    [40, 'silver'],
    [69, 'silver'],
    [70, 'gold'],
    [89, 'gold'],
    [90, 'platinum'],
    [100, 'platinum'],
  ])('%d is %s', (hundredths, tier) => expect(tierOf(hundredths)).toBe(tier));
});

describe('decay', () => {
  it.each([
    ['never used', null, 9000, 70],
    ['just used', '2026-01-01', 0, 70],
    ['44 days: less than half a hundredth', '2026-01-01', 44, 70],
    ['46 days', '2026-01-01', 46, 69],
    ['90 days', '2026-01-01', 90, 69],
    ['a year', '2026-01-01', 365, 66],
    ['twenty years stop at zero', '2026-01-01', 7300, 0],
    ['a clock set back costs nothing', '2026-01-01', -30, 70],
  ])('%s', (_, lastUsed, days, expected) => {
    expect(decayedHundredths(makePattern({ hundredths: 70, lastUsed }), addDays('2026-01-01', days))).toBe(expected);
  });

  it('takes the tier after rounding: 0.90 read 46 days later is gold', () => {
    const pattern = makePattern({ hundredths: 90, lastUsed: '2026-01-01' });
    expect(tierOf(decayedHundredths(pattern, '2026-02-15'))).toBe('platinum');
    expect(tierOf(decayedHundredths(pattern, '2026-02-16'))).toBe('gold');
  });

  it('is settled and written on use', () => {
    const used = recordOutcome(makePattern({ hundredths: 95, lastUsed: '2026-01-01' }), 'success', '2026-06-30');
    expect(used).toMatchObject({ hundredths: 98, lastUsed: '2026-06-30' });
  });
});

describe('recordOutcome', () => {
  it('clamps at both ends', () => {
    expect(recordOutcome(makePattern({ hundredths: 98 }), 'success', '2026-01-01').hundredths).toBe(100);
    expect(recordOutcome(makePattern({ hundredths: 4 }), 'failure', '2026-01-01').hundredths).toBe(0);
  });

  it('leaves the seed pattern at 1.00 after one success', () => {
    const seed = makePattern({ hundredths: 95, appliedCount: 12, successCount: 12, lastUsed: '2025-11-20' });
    expect(recordOutcome(seed, 'success', '2025-11-25')).toMatchObject({
      hundredths: 100,
      appliedCount: 13,
      successCount: 13,
      failureCount: 0,
      lastUsed: '2025-11-25',
    });
  });

  it('keeps whole hundredths and an adding record over any history', () => {
    const step = fc.tuple(fc.constantFrom('success', 'failure'), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let pattern = makePattern();
        let today = '2026-01-01';
        for (const [outcome, days] of steps) {
          today = addDays(today, days);
          pattern = recordOutcome(pattern, outcome, today);
        }
        expect(Number.isInteger(pattern.hundredths)).toBe(true);
        expect(pattern.hundredths).toBeGreaterThanOrEqual(0);
        expect(pattern.hundredths).toBeLessThanOrEqual(100);
        expect(pattern.appliedCount).toBe(steps.length);
        expect(pattern.successCount + pattern.failureCount).toBe(steps.length);
      }),
    );
  });
});

describe('recordReversal', () => {
  it('turns the success of an undone fix into a failure', () => {
    const pattern = makePattern({ hundredths: 80, appliedCount: 3, successCount: 3 });
    expect(recordReversal(pattern, '2026-01-01')).toMatchObject({
      hundredths: 70,
      appliedCount: 3,
      successCount: 2,
      failureCount: 1,
    });
  });

  it('adds a failure where no success is left to turn', () => {
    const pattern = makePattern({ appliedCount: 1, failureCount: 1 });
    expect(recordReversal(pattern, '2026-01-01')).toMatchObject({ appliedCount: 2, successCount: 0, failureCount: 2 });
  });
});
