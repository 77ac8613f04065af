import { DEFAULT_CONFIG } from '../../model/config.js';
import type { FixPattern, Tier } from '../../model/fix-pattern.js';
import { decayedHundredths } from './score.js';
import { TIER_BORDERS, tierOf } from './tier.js';

/** How far a pattern is trusted on a day, and why. */
export interface Standing {
  /** Decayed confidence, whole hundredths, 0…100. */
  readonly hundredths: number;
  readonly tier: Tier;
  /** Wilson 95% lower bound of the success rate, 0…1; 0 without a record. */
  readonly wilson: number;
  /**
   * The tier whose rights the pattern has. A learnt pattern that nobody accepted has no more rights
   * than its record supports, however high its score has climbed.
   */
  readonly actsAs: Tier;
  readonly autoApplies: boolean;
  /** One sentence for people. */
  readonly why: string;
}

/**
 * @param today ISO date
 * @param minHundredths confidence below which nothing is applied without a person, whole hundredths
 */
export function standing(
  pattern: FixPattern,
  today: string,
  minHundredths: number = DEFAULT_CONFIG.healLoop.minConfidence,
): Standing {
  const hundredths = decayedHundredths(pattern, today);
  const tier = tierOf(hundredths);
  const wilson = wilsonLowerBound(pattern.successCount, pattern.failureCount);
  const needsRecord = pattern.provenance !== 'written' && !pattern.accepted;
  const actsAs = needsRecord ? lowerOf(tier, tierOf(Math.floor(wilson * 100))) : tier;
  const answer = { hundredths, tier, wilson, actsAs };

  if (pattern.retired) return { ...answer, autoApplies: false, why: 'retired by a person: never proposed' };
  if (pattern.provenance === 'agent' && !pattern.accepted) {
    return { ...answer, autoApplies: false, why: 'learnt from an agent, and not accepted by a person yet: suggested' };
  }
  if (tier === 'bronze') return { ...answer, autoApplies: false, why: 'bronze: suggested, never applied' };
  if (hundredths < minHundredths) {
    const why = `at ${printHundredths(hundredths)} below the minimum confidence ${printHundredths(minHundredths)}: suggested`;
    return { ...answer, autoApplies: false, why };
  }
  if (actsAs === 'bronze') {
    return { ...answer, autoApplies: false, why: 'learnt, and neither accepted by a person nor proven yet: suggested' };
  }
  return { ...answer, autoApplies: true, why: WHY[actsAs] };
}

const WHY: Readonly<Record<Exclude<Tier, 'bronze'>, string>> = {
  platinum: 'platinum: applied',
  gold: 'gold: applied and queued for review',
  silver: 'silver: applied, one attempt',
};

/** Whole hundredths as a fraction with two decimals, such as `0.95`. */
export function printHundredths(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** z of a one-sided 95% bound: "the true rate is at least this, 19 times in 20". */
const Z = 1.6448536269514722;

/** Lower end of the Wilson score interval of a success rate, 0…1; 0 where nothing was recorded. */
export function wilsonLowerBound(successes: number, failures: number): number {
  const n = successes + failures;
  if (n === 0) return 0;
  const rate = successes / n;
  const z2 = Z * Z;
  const centre = rate + z2 / (2 * n);
  const spread = Z * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n));
  return Math.max(0, (centre - spread) / (1 + z2 / n));
}

function lowerOf(a: Tier, b: Tier): Tier {
  return TIER_BORDERS[a] <= TIER_BORDERS[b] ? a : b;
}
