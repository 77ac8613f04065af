import type { FixPattern } from '../model/fix-pattern.js';
import { type EvidenceLine, inEvidenceOrder } from './evidence/evidence-line.js';
import { evidenceSteps, foldEvidence } from './evidence/fold-evidence.js';
import { decayedHundredths } from './trust/score.js';
import { tierOf } from './trust/tier.js';

/** A pattern's life in figures. */
export interface PatternStats {
  readonly pattern: FixPattern;
  /** Whole hundredths after each event, oldest first; the last one is the confidence as of the last event. */
  readonly course: readonly { readonly day: string; readonly hundredths: number }[];
  /** What the last events did to the confidence. */
  readonly trend: 'up' | 'down' | 'level';
  /** Lines of evidence. */
  readonly lines: number;
  /** Fixes that were applied and stand, by itself or as what it was learnt from. */
  readonly fixes: number;
  readonly files: number;
  /** Gates and people that refused its fixes, most often first. */
  readonly refusals: readonly { readonly by: string; readonly count: number }[];
  /** Whether the figures are what the evidence adds up to; null where there is none. */
  readonly agrees: boolean | null;
}

const RECENT = 5;

/** @param lines evidence of any patterns @param today ISO date */
export function patternStats(pattern: FixPattern, lines: readonly EvidenceLine[], today: string): PatternStats {
  const own = inEvidenceOrder(lines.filter(({ patternId }) => patternId === pattern.id));
  const steps = evidenceSteps(pattern, own);
  const course = steps.map(({ line, pattern: { hundredths } }) => ({ day: line.day, hundredths }));
  const last = own.length === 0 ? null : foldEvidence(pattern, own);
  const now = decayedHundredths(pattern, today);
  const before = (course.at(-RECENT) ?? course[0])?.hundredths ?? now;
  return {
    pattern,
    course,
    trend: now > before ? 'up' : now < before ? 'down' : 'level',
    lines: own.length,
    fixes: own.filter(({ kind }) => kind === 'success' || kind === 'applied').length,
    files: new Set(own.flatMap((line) => (line.kind === 'success' || line.kind === 'applied' ? [line.file] : []))).size,
    refusals: countRefusals(own),
    agrees:
      last &&
      last.hundredths === pattern.hundredths &&
      last.successCount === pattern.successCount &&
      last.failureCount === pattern.failureCount,
  };
}

function countRefusals(lines: readonly EvidenceLine[]): PatternStats['refusals'] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const by = line.kind === 'failure' ? (line.gate ?? 'a gate') : line.kind === 'rejected' ? 'a person' : null;
    if (by !== null) counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return [...counts].map(([by, count]) => ({ by, count })).sort((a, b) => b.count - a.count || (a.by < b.by ? -1 : 1));
}

/** How many patterns are in each tier today, retired ones apart. */
export function countTiers(patterns: readonly FixPattern[], today: string): Readonly<Record<string, number>> {
  const counts = { platinum: 0, gold: 0, silver: 0, bronze: 0, retired: 0 };
  for (const pattern of patterns) counts[pattern.retired ? 'retired' : tierOf(decayedHundredths(pattern, today))]++;
  return counts;
}
