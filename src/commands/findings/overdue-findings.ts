import { loadConfig } from '../../config/load-config.js';
import { readFindings } from '../../findings/findings-folder.js';
import { overdue } from '../../findings/sync-findings.js';
import { sanitize } from '../../model/sanitize.js';
import { findProjectRoot } from '../../platform/project-root.js';
import type { Session } from '../session.js';

/** Findings whose decision is overdue, one line each, for people. */
export function overdueFindings({ cwd, clock }: Session): readonly string[] {
  const root = findProjectRoot(cwd);
  const days = loadConfig(root).findings.decideWithinDays;
  return readFindings(root).records.flatMap((record) => {
    const why = overdue(record, clock.today(), days);
    return why === null ? [] : [`  ${record.id}  ${sanitize(record.code)}  ${why}: ${sanitize(record.message)}\n`];
  });
}
