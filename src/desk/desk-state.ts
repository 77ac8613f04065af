/**
 * The owner's desk as a web page: its state as data, and the page that shows it. Nothing in here decides or writes; the
 * page asks the command that serves it, which does what the command line does.
 */
import { type FindingRecord, isEscalation } from '../findings/finding-record.js';
import { overdue } from '../findings/sync-findings.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { groupBy } from '../model/group-by.js';
import type { EvidenceLine } from '../pattern-store/evidence/evidence-line.js';
import { outcomeText } from '../pattern-store/outcome-text.js';
import { countTiers, patternStats } from '../pattern-store/pattern-stats.js';
import type { Review } from '../pattern-store/reviews/review-queue.js';
import { standing } from '../pattern-store/trust/standing.js';

export interface DeskMatter {
  readonly project: string;
  readonly patterns: readonly FixPattern[];
  readonly lines: readonly EvidenceLine[];
  readonly reviews: readonly Review[];
  readonly findings: readonly FindingRecord[];
  /** ISO date. */
  readonly today: string;
  readonly minConfidence: number;
  readonly decideWithinDays: number;
}

/** Points of a course that are drawn; earlier ones are left out. */
const LONGEST_COURSE = 60;

/** What the page shows, ready for JSON. */
export function deskState({ project, patterns, lines, reviews, findings, today, ...limits }: DeskMatter): unknown {
  const byPattern = groupBy(lines, ({ patternId }) => patternId);
  const open = findings
    // Gold fixes have a list of their own.
    .filter(({ code }) => code !== 'review/gold')
    .filter(({ decision }) => decision === null || (decision.kind === 'deferred' && decision.until <= today))
    .map((record) => ({ ...record, overdue: overdue(record, today, limits.decideWithinDays) }));
  return {
    project,
    today,
    tiers: countTiers(patterns, today),
    reviews: reviews.map(({ id, patternId, ruleId, file, line, diff, applied }) => ({
      id,
      patternId,
      ruleId,
      file,
      line,
      diff,
      applied,
    })),
    escalations: open.filter(isEscalation),
    findings: open.filter((record) => !isEscalation(record)),
    patterns: patterns.map((pattern) => {
      const now = standing(pattern, today, limits.minConfidence);
      const { course, trend, files, refusals, agrees } = patternStats(pattern, byPattern.get(pattern.id) ?? [], today);
      const { id, ruleId, description, match, successCount, failureCount, lastUsed, retired, accepted } = pattern;
      const record = { held: successCount, failed: failureCount, files, refusals, agrees };
      const shown = { tier: now.tier, confidence: now.hundredths / 100, bound: now.wilson, why: now.why };
      const life = {
        lastUsed,
        retired,
        accepted,
        trend,
        course: course.slice(-LONGEST_COURSE).map(({ hundredths }) => hundredths),
      };
      return { id, ruleId, description, match, replacement: outcomeText(pattern), ...record, ...shown, ...life };
    }),
  };
}
