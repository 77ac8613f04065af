import { contains } from '../../model/position.js';
import type { Place, Violation } from '../../model/violation.js';

export type Placed = Violation & { readonly place: Place };

export function isPlaced(violation: Violation): violation is Placed {
  return violation.place !== null;
}

/** What a person is told of violations that must be mended together: which rules, and in which order. */
export function interactionReason(own: Placed, peers: readonly Placed[]): string {
  const rivals = peers.filter(({ rule }) => rule !== own.rule);
  const names = [...new Set(rivals.map(({ rule }) => rule.id))].sort().join(', ');
  const order = proposedOrder(peers).map((id) => `--rule ${id}`);
  return `Interacts with ${names} on line ${own.place.line}: which is mended first matters. Mend them together, or one rule after the other in the proposed order: specflow heal ${order.join(', then ')}.`;
}

/**
 * Rule ids in the order in which mending is likeliest to need no second look: errors first, then what is around before
 * what is within, as it may go with it, then from the end of the text to its start, so that places stay where they are.
 */
function proposedOrder(violations: readonly Placed[]): readonly string[] {
  const rank = ({ severity }: Violation): number => (severity === 'error' ? 0 : 1);
  const around = (a: Placed, b: Placed): number => {
    const [outer, inner] = [contains(a.place.range, b.place.range), contains(b.place.range, a.place.range)];
    return outer === inner ? 0 : outer ? -1 : 1;
  };
  // The rule id last, so that each of two violations in one place proposes the same order.
  const byId = (a: Placed, b: Placed): number => (a.rule.id < b.rule.id ? -1 : 1);
  const sorted = [...violations].sort(
    (a, b) => rank(a) - rank(b) || around(a, b) || b.place.range.start - a.place.range.start || byId(a, b),
  );
  return [...new Set(sorted.map(({ rule }) => rule.id))];
}

export function shareLines(a: Place, b: Place): boolean {
  return a.line <= lastLine(b) && b.line <= lastLine(a);
}

/** A match that ends with a line end does not touch the next line. */
function lastLine(place: Place): number {
  return place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
}
