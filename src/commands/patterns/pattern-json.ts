import type { FixPattern } from '../../model/fix-pattern.js';
import { outcomeText } from '../../pattern-store/outcome-text.js';
import type { PatternStats } from '../../pattern-store/pattern-stats.js';
import { standing } from '../../pattern-store/trust/standing.js';

/**
 * What a pattern is worth, the same wherever one is printed.
 * @param today ISO date
 * @param minimum confidence below which nothing is applied, in hundredths
 */
export function patternJson(pattern: FixPattern, today: string, minimum: number): object {
  const { hundredths: now, tier, actsAs, autoApplies, wilson } = standing(pattern, today, minimum);
  return {
    id: pattern.id,
    ruleId: pattern.ruleId,
    tier,
    actsAs,
    autoApplies,
    confidence: now / 100,
    bound: Number(wilson.toFixed(2)),
    successes: pattern.successCount,
    failures: pattern.failureCount,
    lastUsed: pattern.lastUsed,
    retired: pattern.retired,
    accepted: pattern.accepted,
  };
}

/** What it does, and where it comes from. */
export function patternSource(pattern: FixPattern): object {
  const { description, match, created, provenance } = pattern;
  return { description, match, replacement: outcomeText(pattern), created, provenance };
}

/** Its course, and what its evidence says. */
export function patternCourse({ course, trend, fixes, files, refusals, agrees }: PatternStats): object {
  return {
    trend,
    fixes,
    files,
    refusals,
    agreesWithEvidence: agrees,
    course: course.map(({ day, hundredths }) => ({ day: day === '' ? null : day, confidence: hundredths / 100 })),
  };
}
