import type { FixPattern } from '../../model/fix-pattern.js';
import { plural } from '../../model/plural.js';
import { type EvidenceLine, inEvidenceOrder } from '../evidence/evidence-line.js';
import type { SharedStore } from '../merge-stores.js';
import { remedyKey } from '../remedy-key.js';
import { settleStore } from '../settle-store.js';
import { printHundredths, type Standing, standing } from './standing.js';

/** What a change does to one pattern. */
export interface TrustChange {
  readonly patternId: string;
  readonly ruleId: string;
  /** `more`: something may now be applied that was not, or with less of a look. `less`: the opposite. */
  readonly trust: 'more' | 'less' | 'same';
  /** What changed, a clause each. */
  readonly changes: readonly string[];
}

/** What lies between two versions of a store, in the order of pattern ids. @param today ISO date */
export function compareTrust(
  before: SharedStore,
  after: SharedStore,
  today: string,
  minHundredths: number,
): readonly TrustChange[] {
  const [old, now] = [before, after].map(({ store, lines }) => settleStore(store, lines).patterns);
  const ids = [...new Set([...(old ?? []), ...(now ?? [])].map(({ id }) => id))].sort();
  return ids.flatMap((id) => {
    const [from, to] = [old, now].map((patterns) => patterns?.find((each) => each.id === id) ?? null);
    const taught = newLines(id, before.lines, after.lines);
    const lost = newLines(id, after.lines, before.lines);
    const changes = [
      ...describe(from ?? null, to ?? null, today, minHundredths),
      ...told(taught, 'more'),
      ...told(lost, 'fewer'),
    ];
    const trust = directionOf(rightsOf(from ?? null, today, minHundredths), rightsOf(to ?? null, today, minHundredths));
    return changes.length === 0 ? [] : [{ patternId: id, ruleId: (to ?? from)?.ruleId ?? '', trust, changes }];
  });
}

function describe(from: FixPattern | null, to: FixPattern | null, today: string, minimum: number): readonly string[] {
  if (from === null && to !== null) return [`new: ${standing(to, today, minimum).why}`];
  if (from !== null && to === null) return [`removed: it was ${standing(from, today, minimum).why}`];
  if (from === null || to === null) return [];
  const [a, b] = [standing(from, today, minimum), standing(to, today, minimum)];
  return [
    ...(remedyKey(from) === remedyKey(to) ? [] : ['does something else, under the trust it earned before']),
    ...(a.hundredths === b.hundredths
      ? []
      : [`confidence ${printHundredths(a.hundredths)} → ${printHundredths(b.hundredths)}`]),
    ...(a.why === b.why ? [] : [`${a.why} → ${b.why}`]),
    ...(from.accepted === to.accepted ? [] : [to.accepted ? 'accepted by a person' : 'no longer accepted']),
    ...(recordOf(from) === recordOf(to) ? [] : [`record ${recordOf(from)} → ${recordOf(to)}`]),
  ];
}

function recordOf({ successCount, failureCount }: FixPattern): string {
  return `${successCount}/${successCount + failureCount}`;
}

function newLines(id: string, known: readonly EvidenceLine[], all: readonly EvidenceLine[]): readonly EvidenceLine[] {
  const ids = new Set(known.map((line) => line.id));
  return inEvidenceOrder(all.filter((line) => line.patternId === id && !ids.has(line.id)));
}

function told(lines: readonly EvidenceLine[], which: 'more' | 'fewer'): readonly string[] {
  return lines.length === 0 ? [] : [`${plural(lines.length, `${which} line`)} of evidence`];
}

/** How far a pattern may go: 0 nothing, 1 suggested, 2 one attempt, 3 applied and reviewed, 4 applied. */
function rightsOf(pattern: FixPattern | null, today: string, minimum: number): number {
  if (pattern === null || pattern.retired) return 0;
  const now: Standing = standing(pattern, today, minimum);
  return now.autoApplies ? { bronze: 1, silver: 2, gold: 3, platinum: 4 }[now.actsAs] : 1;
}

function directionOf(before: number, after: number): TrustChange['trust'] {
  return after > before ? 'more' : after < before ? 'less' : 'same';
}
