import { checkKey } from '../../engine/check-key.js';
import { requiresAny } from '../../engine/requires-any.js';
import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import type { Violation } from '../../model/violation.js';
import { mapRange } from '../diff/map-range.js';
import type { Look } from '../look.js';
import type { Member, Site } from './site.js';

export type Relocated =
  | { readonly kind: 'here'; readonly site: Site }
  /** The fixes kept meanwhile mended it along with theirs. */
  | { readonly kind: 'gone' }
  /** It is somewhere, but nobody can say where. */
  | { readonly kind: 'lost' };

/**
 * Finds a site again in the text that earlier fixes of the same file made of it.
 * @param kept the edits of those fixes, in order, each in the offsets of its own text
 * @param reported all violations reported for the file, to tell equal matches apart
 */
export function relocate(
  site: Site,
  kept: readonly (readonly Edit[])[],
  now: Look,
  reported: readonly Violation[],
): Relocated {
  const members: Member[] = [];
  let gone = 0;
  for (const member of site.members) {
    const current = now.violations.filter((each) => isSame(each, member.violation));
    const start = member.place === null ? null : (mapped(member.place.range, kept)?.start ?? -1);
    const found = current.find(({ place }) => (place?.range.start ?? null) === start);
    if (found !== undefined || isUnmetAny(member, now)) members.push({ ...member, place: found?.place ?? null });
    else if (current.length > claimed(member, kept, reported)) return { kind: 'lost' };
    else gone++;
  }
  const [first, ...rest] = members;
  if (first === undefined) return { kind: 'gone' };
  return gone > 0 ? { kind: 'lost' } : { kind: 'here', site: { ...site, members: [first, ...rest] } };
}

function isSame(a: Violation, b: Violation): boolean {
  return a.rule.id === b.rule.id && a.checkIndex === b.checkIndex && a.place?.match === b.place?.match;
}

/** An `any` required pattern is never a violation of one file; it is unmet here as long as it is not satisfied. */
function isUnmetAny({ check, violation }: Member, now: Look): boolean {
  return requiresAny(check) && !now.satisfied.has(checkKey(violation.rule, check));
}

/** How many equal matches the other violations still account for. */
function claimed(member: Member, kept: readonly (readonly Edit[])[], reported: readonly Violation[]): number {
  return reported.filter((other) => {
    if (other === member.violation || !isSame(other, member.violation) || other.place === null) return false;
    return mapped(other.place.range, kept) !== null;
  }).length;
}

function mapped(range: TextRange, kept: readonly (readonly Edit[])[]): TextRange | null {
  let at: TextRange | null = range;
  for (const edits of kept) {
    if (at === null) return null;
    at = mapRange(at, edits);
  }
  return at;
}
