import type { FindingRecord } from '../../findings/finding-record.js';
import { readFindings } from '../../findings/findings-folder.js';
import { newRecords, type Raised, triedAgain } from '../../findings/sync-findings.js';
import { removeFindings, writeFindings } from '../../findings/write-findings.js';
import { incomplete, type Problem, UsageError } from '../../model/problem.js';
import { type WriteResult, whyNotWritten } from '../../platform/files/write-result.js';
import { withStoreLock } from '../workspace/store-lock.js';

export interface SavedFindings {
  readonly created: readonly FindingRecord[];
  readonly removed: readonly FindingRecord[];
  readonly problems: readonly Problem[];
}

/** Of the open findings those that are no longer so. @param created what is raised anew along with it */
export type GoneOf = (open: readonly FindingRecord[], created: readonly FindingRecord[]) => readonly FindingRecord[];

/**
 * Writes a file for each finding that has none or is told of otherwise now, and takes away open ones that are no longer so.
 * @param goneOf asked of open findings only: what somebody decided stays
 */
export function saveFindings(root: string, raised: readonly Raised[], today: string, goneOf: GoneOf): SavedFindings {
  const { records, problems } = readFindings(root);
  const plan = planOf(records, raised, today, goneOf);
  if (plan.created.length + plan.renewed.length + plan.removed.length === 0) return { ...plan, problems };
  try {
    return withStoreLock(root, 'specflow findings', () => {
      const { created, renewed, removed } = planOf(readFindings(root).records, raised, today, goneOf);
      const written = writeFindings(root, [...created, ...renewed]);
      const taken = removeFindings(root, new Set(removed.map(({ id }) => id)));
      return {
        created: written.kind === 'written' ? created : [],
        removed: taken.kind === 'written' ? removed : [],
        problems: [...problems, ...unsaved(written), ...unsaved(taken)],
      };
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
  goneOf: GoneOf,
): Pick<SavedFindings, 'created' | 'removed'> & { readonly renewed: readonly FindingRecord[] } {
  const created = newRecords(records, raised, today);
  const open = records.filter(({ decision }) => decision === null);
  return { created, renewed: triedAgain(records, raised), removed: goneOf(open, created) };
}

function unsaved(result: WriteResult): readonly Problem[] {
  if (result.kind === 'written') return [];
  return [
    incomplete(
      'finding/not-saved',
      '.specflow/findings',
      `Findings could not be written: ${whyNotWritten(result)}.`,
      'Make the folder writable, and run "specflow findings sync".',
    ),
  ];
}
