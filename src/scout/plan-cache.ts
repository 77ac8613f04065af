// What to look for in files, worked out from the patterns once and kept under `.specflow/cache/`. Good for exactly these
// patterns and this program, and only ever a copy: whatever is doubtful about it counts as nothing kept.
import { hash } from 'node:crypto';
import { readOwnText } from '../platform/read-own-text.js';
import { writeOwnFile } from '../platform/write-file.js';
import { planScan, type ScanPlan } from '../prefilter/plan-scan.js';
import { parsePlan, printPlan } from '../prefilter/plan-text.js';

const FOLDER = '.specflow/cache';
const NAME = 'plan.txt';
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Plans as `planScan` does, or remembers having done so.
 * @param programId changes whenever the program does
 */
export function planRemembered(root: string, programId: string): (patterns: readonly RegExp[]) => ScanPlan {
  return (patterns) => {
    const key = hash('sha256', [programId, ...patterns.map(String)].join('\0'));
    const kept = readOwnText(root, FOLDER, NAME, MAX_BYTES) ?? '';
    const body = kept.slice(kept.indexOf('\n') + 1);
    const known = kept.startsWith(`${headOf(key, body)}\n`) ? parsePlan(body) : null;
    if (known !== null) return known;
    const plan = planScan(patterns);
    const printed = printPlan(plan);
    // Nobody's project should have to ignore it by hand. A folder that cannot be written only costs time.
    writeOwnFile(root, `${FOLDER}/.gitignore`, '*\n');
    writeOwnFile(root, `${FOLDER}/${NAME}`, `${headOf(key, printed)}\n${printed}`);
    return plan;
  };
}

/** Damage to either part shows. */
function headOf(key: string, body: string): string {
  return hash('sha256', `${key}\0${body}`);
}
