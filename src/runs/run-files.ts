import { RUNS_FOLDER } from '../platform/state/lock.js';

/** Journals of runs that have not ended. One look into this folder tells whether there are any. */
export const OPEN_RUNS = `${RUNS_FOLDER}/open`;

/** Where the journal of a run grows until the run has ended. */
export function openJournalPath(runId: string): string {
  return `${OPEN_RUNS}/${runId}.jsonl`;
}

/** Where it goes then. */
export function closedJournalPath(runId: string): string {
  return `${RUNS_FOLDER}/${runId}/journal.jsonl`;
}

/** Where a run keeps what a file held before it. */
export function beforeImagePath(runId: string, file: string): string {
  return `${RUNS_FOLDER}/${runId}/before/${file}`;
}

/** The run a file in the folder of open journals belongs to; null for any other file. */
export function runOfJournal(name: string): string | null {
  return /^([\w-]{1,100})\.jsonl$/.exec(name)?.[1] ?? null;
}
