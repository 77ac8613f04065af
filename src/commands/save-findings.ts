import type { FindingRecord } from '../findings/finding-record.js';
import { findingPath, findingSave, readFindings } from '../findings/findings-folder.js';
import { newRecords, type Raised } from '../findings/sync-findings.js';
import { type Problem, UsageError } from '../model/problem.js';
import { removeOwnFile } from '../platform/own-files.js';
import { saveTogether } from '../platform/save-together.js';
import { type WriteResult, whyNotWritten } from '../platform/write-result.js';
import { withStoreLock } from './store-lock.js';

export interface SavedFindings {
  readonly created: readonly FindingRecord[];
  readonly removed: readonly FindingRecord[];
  readonly problems: readonly Problem[];
}

/**
 * Writes a file for each finding that has none, and takes away open ones that are no longer so.
 * @param isGone asked of open findings only: what somebody decided stays
 */
export function saveFindings(
  root: string,
  raised: readonly Raised[],
  today: string,
  isGone: (record: FindingRecord) => boolean,
): SavedFindings {
  const { records, problems } = readFindings(root);
  const plan = planOf(records, raised, today, isGone);
  if (plan.created.length + plan.removed.length === 0) return { ...plan, problems };
  try {
    return withStoreLock(root, 'specflow findings', () => {
      const { created, removed } = planOf(readFindings(root).records, raised, today, isGone);
      const results = [
        saveTogether(root, created.map(findingSave)),
        ...removed.map(({ id }) => removeOwnFile(root, findingPath(id))),
      ];
      return { created, removed, problems: [...problems, ...results.flatMap(unsaved)] };
    });
  } catch (error) {
    if (error instanceof UsageError) return { created: [], removed: [], problems: [...problems, error.problem] };
    throw error;
  }
}

function planOf(
  records: readonly FindingRecord[],
  raised: readonly Raised[],
  today: string,
  isGone: (record: FindingRecord) => boolean,
): Pick<SavedFindings, 'created' | 'removed'> {
  return {
    created: newRecords(records, raised, today),
    removed: records.filter((record) => record.decision === null && isGone(record)),
  };
}

function unsaved(result: WriteResult): readonly Problem[] {
  if (result.kind === 'written') return [];
  return [
    {
      code: 'finding/not-saved',
      severity: 'incomplete',
      file: '.specflow/findings',
      line: null,
      column: null,
      message: `Findings could not be written: ${whyNotWritten(result)}.`,
      help: 'Make the folder writable, and run "specflow findings sync".',
    },
  ];
}
