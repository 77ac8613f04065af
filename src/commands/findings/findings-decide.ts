import type { Decision } from '../../findings/finding-record.js';
import { FINDINGS_FOLDER } from '../../findings/findings-folder.js';
import { writeFindings } from '../../findings/write-findings.js';
import { isCalendarDate } from '../../model/calendar-date.js';
import { usageError } from '../../model/problem.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { requireWritten } from '../output/require-written.js';
import type { Session } from '../workspace/session.js';
import { withStoreLock } from '../workspace/store-lock.js';
import { findingNamed } from './findings-show.js';

export interface DecideOptions {
  readonly accept?: true;
  readonly dismiss?: true;
  /** ISO date. */
  readonly defer?: string;
  readonly reopen?: true;
  readonly reason?: string;
}

/** @returns what was done, as `accepted` and the whole id @throws UsageError for a decision nobody can take */
export function decideFinding(id: string, options: DecideOptions, { clock, cwd }: Session): string {
  const decision = decisionOf(options, clock.today());
  return `${decision?.kind ?? 'reopened'} ${setDecision(id, decision, cwd)}`;
}

/** Writes a decision. @param decision null to take one back @returns the whole id */
export function setDecision(id: string, decision: Decision | null, cwd: string): string {
  const root = findProjectRoot(cwd);
  return withStoreLock(root, 'specflow findings', () => {
    const record = { ...findingNamed(id, root), decision };
    requireWritten(FINDINGS_FOLDER, writeFindings(root, [record]));
    return record.id;
  });
}

function decisionOf({ accept, dismiss, defer, reopen, reason }: DecideOptions, day: string): Decision | null {
  const trimmed = reason?.trim() ?? '';
  const why = trimmed === '' ? null : trimmed;
  if (reopen) return null;
  if (accept) return { kind: 'accepted', day, reason: why };
  if (dismiss) {
    if (why !== null) return { kind: 'dismissed', day, reason: why };
    throw usageError('usage/reason', 'A dismissal needs a reason.', 'Add --reason "why it is not worth anything".');
  }
  if (defer === undefined) {
    throw usageError(
      'usage/decision',
      'No decision was given.',
      'Give --accept, --dismiss, --defer <day> or --reopen.',
    );
  }
  if (!isCalendarDate(defer))
    throw usageError('usage/day', `${defer} is not a day.`, 'Write it as year-month-day: 2027-01-31.');
  if (defer <= day) throw usageError('usage/day', `${defer} is not in the future.`, 'Name a day after today.');
  return { kind: 'deferred', day, until: defer, reason: why };
}
