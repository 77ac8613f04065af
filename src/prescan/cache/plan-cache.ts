// What to look for in files, worked out from the patterns once and kept under `.specflow/cache/`. Good for exactly these
// patterns and this program, and only ever a copy: whatever is doubtful about it counts as nothing kept.
import { planScan, type ScanPlan } from '../../prefilter/plan-scan.js';
import { parsePlan, printPlan } from '../../prefilter/plan-text.js';
import { keepSealed, readSealed } from './sealed-cache.js';

const NAME = 'plan.txt';
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Plans as `planScan` does, or remembers having done so.
 * @param programId changes whenever the program does
 * @param keeps whether to leave the plan to the next run
 */
export function planRemembered(
  root: string,
  programId: string,
  keeps = true,
): (patterns: readonly RegExp[]) => ScanPlan {
  return (patterns) => {
    const key = [programId, ...patterns.map(String)].join('\0');
    const kept = readSealed(root, NAME, MAX_BYTES, key);
    const known = kept === null ? null : parsePlan(kept.toString());
    if (known !== null) return known;
    const plan = planScan(patterns);
    if (keeps) keepSealed(root, NAME, key, [printPlan(plan)]);
    return plan;
  };
}
