import { plural } from '../../model/plural.js';
import { sanitize } from '../../model/sanitize.js';
import { checkAgent } from '../../reporters/check-agent.js';
import { commandText } from '../../reporters/command-text.js';
import type { CheckReport } from '../../reporters/report.js';
import { untriedOutlook } from '../../reporters/untried-outlook.js';

const MAX_VIOLATION_LINES = 7;
const MAX_LINE = 400;

/**
 * What an agent is told about its work, in at most ten lines: one a violation, with the remedy.
 * @param trouble why something could not be judged besides, one line; null where all was
 */
export function feedbackText(report: CheckReport, trouble: string | null): string {
  const { violations } = report.result;
  const lines = checkAgent.render(report, { color: false, width: MAX_LINE, quiet: true }).trimEnd().split('\n');
  const shown = lines.length > MAX_VIOLATION_LINES ? lines.slice(0, MAX_VIOLATION_LINES - 1) : lines;
  const left = lines.length - shown.length;
  const files = [...new Set(violations.flatMap(({ file }) => file ?? []))];
  const where = files.length === 1 && files[0] !== undefined ? ` ${commandText([files[0]])}` : '';
  return [
    `specflow: ${plural(violations.length, 'contract violation')}. Mend the code; do not change contracts or suppress.`,
    ...shown,
    ...(left > 0 ? [`and ${left} more: npx specflow check${where}`] : []),
    ...(violations.some((each) => untriedOutlook(report, each))
      ? [`[heal]: npx specflow heal${where} has a fix to try`]
      : []),
    ...(trouble === null ? [] : [`not judged: ${sanitize(trouble)}`]),
  ]
    .map((line) => `${line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line}\n`)
    .join('');
}
