import { readFindings } from '../../findings/findings-folder.js';
import { overdue } from '../../findings/sync-findings.js';
import { sanitize } from '../../model/sanitize.js';
import type { Workspace } from '../workspace/workspace.js';

/** Findings whose decision is overdue, one line each, for people. Whose policy counts, theirs are the decisions too. */
export function overdueFindings({ root, config, policy }: Workspace, today: string): readonly string[] {
  const days = config.findings.decideWithinDays;
  return readFindings(root, policy).records.flatMap((record) => {
    const why = overdue(record, today, days);
    return why === null ? [] : [`  ${record.id}  ${sanitize(record.code)}  ${why}: ${sanitize(record.message)}\n`];
  });
}
