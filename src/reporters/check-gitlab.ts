import { hash } from 'node:crypto';
import { sanitize } from '../model/sanitize.js';
import { printJson } from './print-json.js';
import type { CheckReport, Reporter } from './report.js';
import { entriesOf, entryFile, entryText, type ReportEntry } from './report-entries.js';

/** The Code Quality artifact of GitLab: an array, empty where all is well. */
export const checkGitlab: Reporter<CheckReport> = {
  summary: 'the Code Quality report of GitLab CI',
  carriesProblems: true,
  render(report) {
    const seen = new Map<string, number>();
    return printJson(entriesOf(report).map((entry) => issueOf(entry, uniqueIn(seen, identityOf(entry)))));
  },
};

function issueOf(entry: ReportEntry, fingerprint: string): object {
  return {
    description: sanitize(entryText(entry)),
    check_name: entry.id,
    fingerprint,
    severity: severityOf(entry),
    location: { path: entryFile(entry), lines: { begin: entry.spot?.line ?? 1 } },
  };
}

function severityOf({ kind, severity }: ReportEntry): string {
  if (severity === 'error') return kind === 'problem' ? 'critical' : 'major';
  return severity === 'warning' ? 'minor' : 'info';
}

function identityOf({ fingerprint, kind, id, spot, message }: ReportEntry): string {
  return fingerprint ?? hash('sha256', [kind, id, spot?.file ?? '', message].join('\0')).slice(0, 16);
}

/** GitLab takes entries with equal fingerprints for one, so a repeated one is numbered. */
function uniqueIn(seen: Map<string, number>, fingerprint: string): string {
  const before = seen.get(fingerprint) ?? 0;
  seen.set(fingerprint, before + 1);
  return before === 0 ? fingerprint : `${fingerprint}-${before + 1}`;
}
