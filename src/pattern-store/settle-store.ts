import type { Finding } from '../model/finding.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { groupBy } from '../model/group-by.js';
import { type EvidenceLine, evidenceDigest, evidenceLine, inEvidenceOrder } from './evidence/evidence-line.js';
import { foldEvidence } from './evidence/fold-evidence.js';
import { type PatternStore, withDigests, withPatterns } from './store.js';
import { printHundredths } from './trust/standing.js';

/**
 * The store as its evidence makes it. A pattern remembers which evidence its figures come from: where lines came in
 * since (a merge did that, or a run that was cut short), they are computed anew; where none did, the figures stand,
 * also those that somebody edited.
 */
export function settleStore(store: PatternStore, lines: readonly EvidenceLine[]): PatternStore {
  const byPattern = groupBy(lines, patternIdOf);
  const patterns = store.patterns.map((pattern) => settled(pattern, store, byPattern.get(pattern.id) ?? []));
  return withDigests(withPatterns(store, patterns), digestsOf(patterns, byPattern));
}

/** The store and the lines to add to its evidence, once these events are known: those of no pattern too. */
export function recordEvidence(
  store: PatternStore,
  lines: readonly EvidenceLine[],
  events: readonly EvidenceLine[],
): { readonly store: PatternStore; readonly added: readonly EvidenceLine[] } {
  const byPattern = new Map(groupBy(lines, patternIdOf));
  const known = new Set(lines.map(({ id }) => id));
  const added: EvidenceLine[] = [];
  const now = settleStore(store, lines);
  const patterns = now.patterns.map((pattern) => {
    const own = byPattern.get(pattern.id) ?? [];
    const fresh = events.filter((event) => event.patternId === pattern.id && !known.has(event.id));
    if (fresh.length === 0) return pattern;
    const more = inEvidenceOrder([...unexplained(pattern, own), ...fresh]);
    added.push(...more);
    byPattern.set(pattern.id, [...own, ...more]);
    return foldEvidence(pattern, [...own, ...more]);
  });
  const stored = new Set(patterns.map(({ id }) => id));
  const isOthers = ({ patternId }: EvidenceLine): boolean => patternId === null || !stored.has(patternId);
  added.push(...inEvidenceOrder(events.filter((event) => isOthers(event) && !known.has(event.id))));
  return { store: withDigests(withPatterns(now, patterns), digestsOf(patterns, byPattern)), added };
}

/** What no line explains about the patterns of a settled store, as lines. */
export function unexplainedStates(store: PatternStore, lines: readonly EvidenceLine[]): readonly EvidenceLine[] {
  const byPattern = groupBy(lines, patternIdOf);
  return store.patterns.flatMap((pattern) => unexplained(pattern, byPattern.get(pattern.id) ?? []));
}

/** Patterns whose figures are not what their evidence adds up to, and are not to be computed anew either. */
export function auditStore(store: PatternStore, lines: readonly EvidenceLine[], file: string): readonly Finding[] {
  const byPattern = groupBy(lines, patternIdOf);
  const now = settleStore(store, lines);
  return now.patterns.flatMap((pattern) => {
    const own = byPattern.get(pattern.id) ?? [];
    if (own.length === 0 || hasSameFigures(pattern, foldEvidence(pattern, own))) return [];
    const told = printHundredths(foldEvidence(pattern, own).hundredths);
    return [
      {
        code: 'pattern-store/edited-by-hand',
        ruleId: pattern.ruleId,
        file,
        line: null,
        message: `"${pattern.id}": confidence ${printHundredths(pattern.hundredths)} or its record was edited; its evidence adds up to ${told}.`,
        help: 'The edit counts. Decisions that leave evidence: specflow patterns accept, reject, retire, restore.',
      },
    ];
  });
}

function settled(pattern: FixPattern, store: PatternStore, own: readonly EvidenceLine[]): FixPattern {
  const isCurrent = (store.layouts.get(pattern.id)?.digest ?? null) === evidenceDigest(own);
  return isCurrent || own.length === 0 ? pattern : foldEvidence(pattern, own);
}

/** The state that no line explains: of a pattern without evidence, or one that was edited. It carries no clock, so branches agree on it. */
function unexplained(pattern: FixPattern, own: readonly EvidenceLine[]): readonly EvidenceLine[] {
  if (hasSameFigures(pattern, foldEvidence(pattern, own))) return [];
  const last = inEvidenceOrder(own).at(-1);
  const { hundredths, appliedCount, successCount, failureCount, lastUsed, accepted, retired } = pattern;
  const counts = { appliedCount, successCount, failureCount };
  const moment = { day: last?.day ?? '', run: last?.run ?? '' };
  const state = { patternId: pattern.id, hundredths, ...counts, lastUsed, accepted, retired };
  return [evidenceLine({ kind: 'state', ...state, ...moment })];
}

function hasSameFigures(a: FixPattern, b: FixPattern): boolean {
  return (
    a.hundredths === b.hundredths &&
    a.appliedCount === b.appliedCount &&
    a.successCount === b.successCount &&
    a.failureCount === b.failureCount &&
    a.lastUsed === b.lastUsed &&
    a.accepted === b.accepted &&
    a.retired === b.retired
  );
}

function digestsOf(
  patterns: readonly FixPattern[],
  byPattern: ReadonlyMap<string | null, readonly EvidenceLine[]>,
): ReadonlyMap<string, string | null> {
  return new Map(patterns.map(({ id }) => [id, evidenceDigest(byPattern.get(id) ?? [])]));
}

/** Null for a fix that no pattern made: no pattern of a store has that. */
function patternIdOf({ patternId }: EvidenceLine): string | null {
  return patternId;
}
