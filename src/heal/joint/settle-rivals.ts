import type { HealOutcome } from '../../model/heal-result.js';
import { escalated } from '../outcome/escalation.js';
import type { Site } from '../site/site.js';
import type { Plan } from './plan-fixes.js';
import { sameLineRivals } from './same-line-rivals.js';
import { sameNameRivals } from './same-name-rivals.js';

/** What becomes of sites whose planned fixes are in each other's way. */
export function settleRivals(
  plans: ReadonlyMap<Site, Plan>,
  path: string,
  text: string,
): ReadonlyMap<Site, readonly HealOutcome[]> {
  const outcomes = new Map(sameNameRivals(plans, path, text));
  for (const [site, reason] of sameLineRivals(plans)) {
    outcomes.set(
      site,
      site.members.map(({ violation }) => escalated(violation, reason)),
    );
  }
  return outcomes;
}
