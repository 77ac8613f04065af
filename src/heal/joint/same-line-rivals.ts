import { interactionReason, isPlaced, type Placed, shareLines } from '../site/interaction.js';
import type { Site } from '../site/site.js';
import type { Plan } from './plan-fixes.js';

/**
 * Why sites that share a line with a site of another rule are left to a person, where both have a fix that may be
 * applied: which goes first would matter. A neighbour that nothing can mend is no rival.
 */
export function sameLineRivals(plans: ReadonlyMap<Site, Plan>): ReadonlyMap<Site, string> {
  const able = [...plans].flatMap(([site, plan]) => (mayApply(plan) ? [site] : []));
  const byLine = new Map<number, Site[]>();
  for (const site of able) {
    for (const line of linesOf(site)) byLine.set(line, [...(byLine.get(line) ?? []), site]);
  }
  const reasons = new Map<Site, string>();
  for (const site of able) {
    const near = new Set([...linesOf(site)].flatMap((line) => byLine.get(line) ?? []));
    if (![...near].some(({ rule }) => rule !== site.rule)) continue;
    const [own] = placedOf(site);
    const peers = [...near].flatMap(placedOf).filter(({ place }) => {
      return placedOf(site).some((each) => shareLines(each.place, place));
    });
    if (own !== undefined && peers.some(({ rule }) => rule !== site.rule)) {
      reasons.set(site, interactionReason(own, peers));
    }
  }
  return reasons;
}

function mayApply(plan: Plan): boolean {
  return plan.kind === 'fix' || (plan.kind === 'alone' && plan.mayApply);
}

function linesOf(site: Site): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { place } of placedOf(site)) {
    for (let line = place.line; line <= place.endLine; line++) lines.add(line);
  }
  return lines;
}

function placedOf({ members }: Site): readonly Placed[] {
  return members.map(({ violation }) => violation).filter(isPlaced);
}
