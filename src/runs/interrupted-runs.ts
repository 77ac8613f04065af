import type { Finding } from '../model/finding.js';
import { lockHolder } from '../platform/state/lock.js';
import { namesIn } from '../platform/state/own-files.js';
import { OPEN_RUNS, runOfJournal } from './run-files.js';

/** Ids of heal runs that began to write and did not end, oldest first. One that is going on is none of them. */
export function interruptedRuns(root: string): readonly string[] {
  const runs = openJournals(root);
  return runs.length === 0 || lockHolder(root, 'heal') !== null ? [] : runs;
}

/**
 * Ids of runs that have not ended, oldest first: for who holds the heal lock, all of them interrupted.
 * @throws system errors
 */
export function unendedRuns(root: string): readonly string[] {
  return runsOf(namesIn(root, OPEN_RUNS));
}

/** One look into one small folder: every command pays for it. */
function openJournals(root: string): readonly string[] {
  try {
    return runsOf(namesIn(root, OPEN_RUNS));
  } catch {
    // A folder that cannot be read stops heal, which is who needs it.
    return [];
  }
}

function runsOf(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => runOfJournal(name) ?? []);
}

/** What a report says about an interrupted run. */
export function interruptedFinding(runId: string): Finding {
  return {
    code: 'heal/interrupted',
    ruleId: null,
    file: null,
    line: null,
    message: `Heal run ${runId} was interrupted: files may hold fixes that nobody has verified.`,
    help: 'Run "specflow heal --resume": it puts back what was not proven, and goes on.',
  };
}
