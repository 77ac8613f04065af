import { groupBy } from '../model/group-by.js';
import type { Violation } from '../model/violation.js';
import { anchorsOf } from './anchors-of.js';
import type { Baseline, BaselineEntry } from './baseline.js';

export interface BaselineMatch {
  /** Violations an entry accounts for, with that entry. */
  readonly known: ReadonlyMap<Violation, BaselineEntry>;
  /** How many of an entry's violations were not met; entries that were met in full are not in it. */
  readonly unmet: ReadonlyMap<BaselineEntry, number>;
}

/**
 * Which violations a baseline accounts for. One that is exempt already needs no entry and takes none.
 * All anchors alike goes first, so that two look-alikes keep their own entries; one alike is enough for the rest.
 */
export function matchBaseline(violations: readonly Violation[], { entries }: Baseline): BaselineMatch {
  if (entries.length === 0) return { known: new Map(), unmet: new Map() };
  const left = new Map(entries.map((entry) => [entry, entry.count]));
  const byPlace = groupBy(entries, ({ ruleId, file }) => placeKey(ruleId, file));
  const known = new Map<Violation, BaselineEntry>();
  const take = (fits: (entry: BaselineEntry, anchors: readonly string[]) => boolean): void => {
    for (const violation of violations) {
      if (violation.exemption || known.has(violation)) continue;
      const candidates = byPlace.get(placeKey(violation.rule.id, violation.file));
      if (!candidates) continue;
      const anchors = anchorsOf(violation);
      const entry = candidates.find((each) => (left.get(each) ?? 0) > 0 && fits(each, anchors));
      if (!entry) continue;
      known.set(violation, entry);
      left.set(entry, (left.get(entry) ?? 0) - 1);
    }
  };
  take((entry, anchors) => entry.anchors.join() === anchors.join());
  take((entry, anchors) => entry.anchors.some((anchor) => anchors.includes(anchor)));
  return { known, unmet: new Map([...left].filter(([, count]) => count > 0)) };
}

function placeKey(ruleId: string, file: string | null): string {
  return JSON.stringify([ruleId, file]);
}
