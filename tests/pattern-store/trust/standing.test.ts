import { describe, expect, it } from 'vitest';
import type { FixPattern } from '../../../src/model/fix-pattern.js';
import {
  acceptPattern,
  rejectPattern,
  restorePattern,
  retirePattern,
} from '../../../src/pattern-store/trust/decide-pattern.js';
import { standing, wilsonLowerBound } from '../../../src/pattern-store/trust/standing.js';
import { tierText } from '../../../src/pattern-store/trust/tier-text.js';
import { makePattern } from '../make-pattern.js';

const today = '2026-01-01';

function learnt(hundredths: number, successCount: number, failureCount = 0) {
  return makePattern({ provenance: 'learnt', hundredths, successCount, failureCount });
}

describe('wilsonLowerBound', () => {
  it('is nothing without a record, and never leaves 0…1', () => {
    expect(wilsonLowerBound(0, 0)).toBe(0);
    expect(wilsonLowerBound(0, 50)).toBe(0);
    expect(wilsonLowerBound(100_000, 0)).toBeLessThan(1);
  });

  it('reaches gold after 7 clean files and platinum after 25', () => {
    expect(wilsonLowerBound(6, 0)).toBeLessThan(0.7);
    expect(wilsonLowerBound(7, 0)).toBeGreaterThanOrEqual(0.7);
    expect(wilsonLowerBound(24, 0)).toBeLessThan(0.9);
    expect(wilsonLowerBound(25, 0)).toBeGreaterThanOrEqual(0.9);
  });

  // n = 20, 18 of them right: centre and spread of the score interval worked out by hand.
  it('agrees with a value worked out by hand', () => expect(wilsonLowerBound(18, 2)).toBeCloseTo(0.7383, 4));
});

describe('tierText', () => {
  it.each<[string, Partial<FixPattern>]>([
    ['gold', { hundredths: 80 }],
    ['gold, accepted', { hundredths: 80, accepted: true }],
    ['gold, suggested', { hundredths: 80, provenance: 'learnt' }],
    ['gold, acts as silver', { hundredths: 80, provenance: 'learnt', successCount: 6 }],
    ['gold, accepted', { hundredths: 80, provenance: 'learnt', accepted: true }],
    ['platinum, suggested', { hundredths: 95, provenance: 'agent', successCount: 100 }],
    ['bronze', { hundredths: 20 }],
    ['retired', { hundredths: 95, retired: true }],
  ])('%s', (text, changes) => {
    const pattern = makePattern(changes);
    expect(tierText(pattern, standing(pattern, today))).toBe(text);
  });

  it('says that it is only suggested where a higher confidence is asked for', () => {
    const pattern = makePattern({ hundredths: 80 });
    expect(tierText(pattern, standing(pattern, today, 90))).toBe('gold, suggested');
  });
});

describe('standing of a written pattern', () => {
  it.each([
    [90, 40, 'platinum', true],
    [89, 40, 'gold', true],
    [70, 40, 'gold', true],
    [69, 40, 'silver', true],
    [40, 40, 'silver', true],
    [39, 40, 'bronze', false],
    [39, 0, 'bronze', false],
    [69, 70, 'silver', false],
    [70, 70, 'gold', true],
    [95, 96, 'platinum', false],
  ])('%d hundredths with a minimum of %d: %s, applies %s', (hundredths, minimum, tier, autoApplies) => {
    expect(standing(makePattern({ hundredths }), today, minimum)).toMatchObject({ tier, actsAs: tier, autoApplies });
  });
});

describe('standing of a learnt pattern', () => {
  it.each([
    ['no record yet', learnt(50, 0), 'silver', 'bronze', false],
    ['gold score, 6 clean files', learnt(80, 6), 'gold', 'silver', true],
    ['gold score, 7 clean files', learnt(85, 7), 'gold', 'gold', true],
    ['platinum score, 7 clean files', learnt(100, 7), 'platinum', 'gold', true],
    ['platinum score, 24 clean files', learnt(100, 24), 'platinum', 'gold', true],
    ['platinum score, 25 clean files', learnt(100, 25), 'platinum', 'platinum', true],
    ['a ladder climbed at three in four', learnt(100, 30, 10), 'platinum', 'silver', true],
    ['silver score, 25 clean files', learnt(60, 25), 'silver', 'silver', true],
    ['accepted by a person', acceptPattern(learnt(50, 0)), 'silver', 'silver', true],
    ['accepted, then rejected', rejectPattern(acceptPattern(learnt(60, 1)), today), 'silver', 'bronze', false],
  ])('%s', (_, pattern, tier, actsAs, autoApplies) => {
    expect(standing(pattern, today)).toMatchObject({ tier, actsAs, autoApplies });
  });
});

it('never applies a retired pattern, accepted and platinum or not, until it is restored', () => {
  const retired = retirePattern(acceptPattern(makePattern({ hundredths: 100 })));
  expect(standing(retired, today).autoApplies).toBe(false);
  expect(restorePattern(retired)).toEqual({ ...retired, retired: false });
  expect(standing(restorePattern(retired), today).autoApplies).toBe(true);
});

describe('why', () => {
  const agents = makePattern({ provenance: 'agent', hundredths: 95, successCount: 40 });
  it.each([
    [makePattern({ hundredths: 95 }), true, 'platinum: applied'],
    [makePattern({ hundredths: 70 }), true, 'gold: applied and queued for review'],
    [makePattern({ hundredths: 40 }), true, 'silver: applied, one attempt'],
    [makePattern({ hundredths: 39 }), false, 'bronze: suggested, never applied'],
    [learnt(30, 0), false, 'bronze: suggested, never applied'],
    [retirePattern(makePattern({ hundredths: 95 })), false, 'retired by a person: never proposed'],
    [agents, false, 'learnt from an agent, and not accepted by a person yet: suggested'],
    [acceptPattern(agents), true, 'platinum: applied'],
    [learnt(95, 0), false, 'learnt, and neither accepted by a person nor proven yet: suggested'],
  ])('%#', (pattern, autoApplies, why) => {
    expect(standing(pattern, today)).toMatchObject({ autoApplies, why });
  });

  it('names the minimum that is not reached', () => {
    expect(standing(makePattern({ hundredths: 69 }), today, 70)).toMatchObject({
      autoApplies: false,
      why: 'at 0.69 below the minimum confidence 0.70: suggested',
    });
  });
});

it('counts a rejection as a failure', () => {
  const rejected = rejectPattern(makePattern({ hundredths: 75, appliedCount: 5, successCount: 5 }), today);
  expect(rejected).toMatchObject({
    hundredths: 65,
    appliedCount: 5,
    successCount: 4,
    failureCount: 1,
    lastUsed: today,
  });
});
