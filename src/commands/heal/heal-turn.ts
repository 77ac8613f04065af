import type { Finding } from '../../model/finding.js';
import { incomplete, type Problem, UsageError, usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { errorCode } from '../../platform/error-code.js';
import { failed } from '../../platform/files/write-result.js';
import { hasRunsFolder, takeLock, unmakeRunsFolder } from '../../platform/state/lock.js';
import { hasUnfinishedSave } from '../../platform/state/save-together.js';
import { unendedRuns } from '../../runs/interrupted-runs.js';
import type { Selection } from '../../runs/journal.js';
import { type Recovery, recoverRun } from '../../runs/recover-run.js';
import { hasLitter, sweepRunsFolder, sweepStateFolders } from '../../runs/sweep-litter.js';
import { reportProblem } from '../output/report-problem.js';
import { sayBeside } from '../output/say.js';
import { sayInterrupted } from '../output/say-interrupted.js';
import type { Session } from '../workspace/session.js';
import { holderText, withStoreLock } from '../workspace/store-lock.js';
import { parseLesson } from './lesson.js';
import { saveRun } from './save-run.js';

/** The right to heal a project: one process at a time has it, and only once what was interrupted is at its end. */
export interface HealTurn {
  /** What came of interrupted runs. */
  readonly findings: readonly Finding[];
  /** What the last of them had been asked to heal. */
  readonly selection: Selection | null;
  /** Why nothing may be written, a clause; null where it may. */
  readonly barred: string | null;
  end(): void;
}

/** Somebody else may be about to finish. */
const PATIENCE_MS = 3000;

/** Of a dry run, which writes nothing and waits for nobody. */
export const NO_TURN: HealTurn = { findings: [], selection: null, barred: null, end: () => undefined };

/**
 * Takes the turn, and brings interrupted runs to their end.
 * @param isResume there has to be one
 * @returns null where one could not be brought to its end; that is told, and nothing is to be healed
 * @throws UsageError while somebody else heals
 */
export function takeTurn(root: string, isResume: boolean, session: Session): HealTurn | null {
  const isNew = !hasRunsFolder(root);
  const lock = takeLock(root, 'heal', 'specflow heal', PATIENCE_MS);
  if (lock.kind === 'held') throw isHealing(holderText(lock.by));
  // What cannot be written to can still be looked at; each fix is then refused for this reason.
  if (lock.kind === 'failed') {
    sayInterrupted(root, session);
    return { ...NO_TURN, barred: `no lock can be made in .specflow/runs (${lock.error})` };
  }
  const end = (): void => {
    lock.release();
    if (isNew) unmakeRunsFolder(root);
  };
  try {
    const recoveries = unendedRuns(root).map((runId) => recover(root, runId, session));
    if (isResume && recoveries.length === 0) throw nothingToResume();
    const problems = recoveries.flatMap((each) => each.problems);
    const findings = recoveries.flatMap((each) => each.findings);
    if (problems.length > 0) {
      tell(findings, problems, session);
      lock.release();
      return null;
    }
    tidy(root);
    return { findings, selection: recoveries.at(-1)?.selection ?? null, barred: null, end };
  } catch (error) {
    end();
    throw errorCode(error) === null ? error : unreadable(failed(error).error);
  }
}

function recover(root: string, runId: string, session: Session): Recovery {
  sayBeside(`Heal run ${sanitize(runId)} was interrupted; bringing it to its end first.\n`, session.terminal);
  return recoverRun(root, runId, (texts) => saveAll(root, runId, texts));
}

function saveAll(root: string, runId: string, texts: readonly string[]): readonly Problem[] {
  return texts.flatMap((text) => {
    const lesson = parseLesson(text);
    // Nothing of it is trusted, and the fixes stay all the same: they were proven.
    if (lesson === null) return [];
    return saveRun(root, lesson, { day: lesson.day, run: runId });
  });
}

function tidy(root: string): void {
  sweepRunsFolder(root);
  if (!hasLitter(root) && !hasUnfinishedSave(root)) return;
  withStoreLock(root, 'specflow heal', () => sweepStateFolders(root));
}

function tell(findings: readonly Finding[], problems: readonly Problem[], session: Session): void {
  for (const { code, file, line, message, help } of findings) {
    reportProblem({ code, severity: 'warning', file, line, column: null, message, help }, session);
  }
  for (const problem of problems) reportProblem(problem, session);
}

function isHealing(holder: string): UsageError {
  return new UsageError(
    incomplete(
      'heal/running',
      '.specflow/runs/heal.lock',
      `Another heal is going on in this project: ${holder}.`,
      'Wait for it to end. Remove the lock file if that process is gone from its machine.',
    ),
  );
}

function unreadable(why: string): UsageError {
  return new UsageError(
    incomplete(
      'heal/not-recovered',
      '.specflow/runs',
      `Whether a heal run was interrupted cannot be told: ${why}.`,
      'Make .specflow readable and writable, and run heal again; nothing was healed.',
    ),
  );
}

function nothingToResume(): UsageError {
  return usageError(
    'heal/nothing-to-resume',
    'No heal run was interrupted in this project, so there is nothing to resume.',
    'Run "specflow heal".',
  );
}
