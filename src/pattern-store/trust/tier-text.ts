import type { FixPattern } from '../../model/fix-pattern.js';
import type { Standing } from './standing.js';

/** Where a pattern stands, in a few words: its tier, and what that does not say of its rights. */
export function tierText({ retired, accepted }: FixPattern, { tier, actsAs, autoApplies }: Standing): string {
  if (retired) return 'retired';
  const rights = !autoApplies && tier !== 'bronze' ? ['suggested'] : actsAs === tier ? [] : [`acts as ${actsAs}`];
  return [tier, ...(accepted ? ['accepted'] : []), ...rights].join(', ');
}
