import type { HealOutcome } from '../../model/heal-result.js';
import type { Violation } from '../../model/violation.js';
import { escalated } from '../outcome/escalation.js';
import type { Site } from '../site/site.js';
import type { Plan } from './plan-fixes.js';
import { repeatedAtOthers } from './repeated-at-others.js';
import { sameLineRivals } from './same-line-rivals.js';
import { sameNameRivals } from './same-name-rivals.js';

/**
 * What becomes of sites whose planned fixes are in each other's way.
 * @param reported every violation of the file, those without a site included
 */
export function settleRivals(
  plans: ReadonlyMap<Site, Plan>,
  path: string,
  text: string,
  reported: readonly Violation[],
): ReadonlyMap<Site, readonly HealOutcome[]> {
  const outcomes = new Map(sameNameRivals(plans, path, text));
  const leave = (site: Site, reason: string): unknown =>
    outcomes.set(
      site,
      site.members.map(({ violation }) => escalated(violation, reason)),
    );
  for (const [site, reason] of sameLineRivals(plans)) leave(site, reason);
  for (const [site, reason] of repeatedAtOthers(plans, new Set(outcomes.keys()), reported, text)) leave(site, reason);
  return outcomes;
}
