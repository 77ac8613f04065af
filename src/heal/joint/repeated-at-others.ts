import type { Edit } from '../../model/edit.js';
import { rangesOverlap } from '../../model/position.js';
import type { Violation } from '../../model/violation.js';
import { isPlaced, type Placed } from '../site/interaction.js';
import { type Site, violationsOf } from '../site/site.js';
import type { Plan } from './plan-fixes.js';

/**
 * Why sites are left to a person whose fix does the same at other places too, as one does that renames an import: one of
 * those places is left to a person itself, because of what else was found there.
 * @param left sites that are not mended
 * @param reported every violation of the file, those without a site included
 */
export function repeatedAtOthers(
  plans: ReadonlyMap<Site, Plan>,
  left: ReadonlySet<Site>,
  reported: readonly Violation[],
  text: string,
): ReadonlyMap<Site, string> {
  const able = [...plans].filter(([site]) => !left.has(site));
  const reasons = new Map<Site, string>();
  let others: readonly Placed[] | null = null;
  for (const [site, plan] of able) {
    const repeated = plan.kind === 'none' ? [] : repeatedEdits(plan.part.edits, site, text);
    if (repeated.length === 0) continue;
    others ??= leftOf(reported, able);
    const other = others.find(({ place }) => repeated.some(({ range }) => rangesOverlap(range, place.range)));
    if (other) reasons.set(site, reasonOf(other));
  }
  return reasons;
}

/** The edits that do elsewhere what one of them does to the match. */
function repeatedEdits(edits: readonly Edit[], site: Site, text: string): readonly Edit[] {
  if (edits.length < 2) return [];
  const places = violationsOf(site).filter(isPlaced);
  const isOwn = ({ range }: Edit): boolean => places.some(({ place }) => rangesOverlap(place.range, range));
  const own = new Set(edits.filter(isOwn).map((edit) => written(edit, text)));
  return edits.filter((edit) => !isOwn(edit) && edit.range.start < edit.range.end && own.has(written(edit, text)));
}

function written({ range, text: after }: Edit, text: string): string {
  return JSON.stringify([text.slice(range.start, range.end), after]);
}

/** What no site stands for that may be mended; one that has no fix of its own may go with that of another. */
function leftOf(reported: readonly Violation[], able: readonly (readonly [Site, Plan])[]): readonly Placed[] {
  const keyOf = ({ rule, place }: Placed): string => JSON.stringify([rule.id, place.range.start, place.range.end]);
  const known = new Set(able.flatMap(([site]) => violationsOf(site).filter(isPlaced).map(keyOf)));
  return reported.filter(isPlaced).filter((violation) => !known.has(keyOf(violation)));
}

function reasonOf({ rule, place }: Placed): string {
  return `Interacts with ${rule.id} on line ${place.line}: the fix would change that place too, which is left as it is. Mend them together.`;
}
