import type { Violation } from '../model/violation.js';
import { anchorsOf } from './anchors-of.js';
import { type Baseline, type BaselineEntry, compareEntries } from './baseline.js';
import { matchBaseline } from './match-baseline.js';

/** A baseline after a command, and what the command did to it; counts are of violations. */
export interface BaselineChange {
  readonly baseline: Baseline;
  readonly kept: number;
  readonly dropped: number;
  readonly added: number;
  /** Violations that do not count as known, and are not in it. */
  readonly left: readonly Violation[];
}

/** Which rules a command is about; entries of others stay as they are. */
type Concerns = (ruleId: string) => boolean;

/** Drops what nobody finds any more. Nothing else changes. */
export function pruneBaseline(violations: readonly Violation[], before: Baseline, concerns: Concerns): BaselineChange {
  const { known, unmet } = matchBaseline(violations, before);
  const entries = before.entries.flatMap((entry) => {
    const count = concerns(entry.ruleId) ? entry.count - (unmet.get(entry) ?? 0) : entry.count;
    return count > 0 ? [{ ...entry, count }] : [];
  });
  return changeOf(before, entries, 0, countedBut(violations, known));
}

/** Drops what nobody finds any more and writes the rest down as it is now; takes new violations in only if told to. */
export function updateBaseline(
  violations: readonly Violation[],
  before: Baseline,
  concerns: Concerns,
  takesNew: boolean,
): BaselineChange {
  const { known } = matchBaseline(violations, before);
  const left = countedBut(violations, known);
  const now = takesNew ? violations.filter(({ exemption }) => exemption === null) : [...known.keys()];
  const others = before.entries.filter(({ ruleId }) => !concerns(ruleId));
  const entries = [...others, ...entriesOf(now.filter(({ rule }) => concerns(rule.id)))];
  return changeOf(before, entries, takesNew ? left.length : 0, takesNew ? [] : left);
}

function countedBut(violations: readonly Violation[], known: ReadonlyMap<Violation, unknown>): readonly Violation[] {
  return violations.filter((violation) => violation.exemption === null && !known.has(violation));
}

function entriesOf(violations: readonly Violation[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const violation of violations) {
    const entry = { ruleId: violation.rule.id, file: violation.file, anchors: anchorsOf(violation) };
    const key = JSON.stringify(entry);
    entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

function changeOf(
  before: Baseline,
  entries: readonly BaselineEntry[],
  added: number,
  left: readonly Violation[],
): BaselineChange {
  const total = countKnown(entries);
  return {
    baseline: { entries: [...entries].sort(compareEntries) },
    kept: total - added,
    dropped: countKnown(before.entries) - (total - added),
    added,
    left,
  };
}

function countKnown(entries: readonly BaselineEntry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}
