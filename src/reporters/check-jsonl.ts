import { findingOf, problemOf, summaryOf, violationOf } from './check-json.js';
import { checkMask } from './check-mask.js';
import { printJsonLine } from './print-json.js';
import type { CheckReport, Reporter } from './report.js';

/** The objects of `json`, one a line, each with its `type`: for streams, `jq` and `grep`. The summary is the last line. */
export const checkJsonl: Reporter<CheckReport> = {
  summary: 'JSON lines: one violation a line, then a summary',
  carriesProblems: true,
  render({ result, beside, outlooks, toolVersion }) {
    const mask = checkMask({ result, beside });
    const lines = [
      ...result.violations.map((violation) => ({
        type: 'violation',
        ...violationOf(violation, outlooks.get(violation) ?? null, mask),
      })),
      ...result.problems.map((problem) => ({ type: 'problem', ...problemOf(problem) })),
      ...result.findings.map((finding) => ({ type: 'finding', ...findingOf(finding) })),
      {
        type: 'summary',
        schemaVersion: 1,
        tool: { name: 'specflow', version: toolVersion },
        ...summaryOf(result),
      },
    ];
    return lines.map(printJsonLine).join('');
  },
};
