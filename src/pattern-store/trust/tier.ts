import type { Tier } from '../../model/fix-pattern.js';

/** Lower borders in whole hundredths; each tier reaches up to the next border, which is not its own. */
export const TIER_BORDERS: Readonly<Record<Tier, number>> = { platinum: 90, gold: 70, silver: 40, bronze: 0 };

/** @param hundredths whole hundredths, 0…100 */
export function tierOf(hundredths: number): Tier {
  if (hundredths >= TIER_BORDERS.platinum) return 'platinum';
  if (hundredths >= TIER_BORDERS.gold) return 'gold';
  if (hundredths >= TIER_BORDERS.silver) return 'silver';
  return 'bronze';
}
