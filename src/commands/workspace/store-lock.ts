import { incomplete, UsageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { whyNotWritten } from '../../platform/files/write-result.js';
import { hasRunsFolder, type LockAnswer, takeLock, unmakeRunsFolder } from '../../platform/state/lock.js';
import type { LockOwner } from '../../platform/state/lock-owner.js';
import { finishSave } from '../../platform/state/save-together.js';

/** Writing the store takes milliseconds; this is long enough for a queue of them. */
const PATIENCE_MS = 20_000;

/**
 * Changes what is kept under `.specflow/`, one process at a time. What `work` changes it has to read itself: whatever
 * was read before may be old by now.
 * @param purpose told to those who wait, such as `specflow patterns`
 * @throws UsageError when somebody keeps the lock, or none can be made
 */
export function withStoreLock<T>(root: string, purpose: string, work: () => T): T {
  const isNew = !hasRunsFolder(root);
  const lock = takeLock(root, 'store', purpose, PATIENCE_MS);
  if (lock.kind !== 'taken') throw notLocked(lock);
  let isDone = false;
  try {
    const finished = finishSave(root);
    if (finished.kind !== 'written') throw unfinished(whyNotWritten(finished));
    const result = work();
    isDone = true;
    return result;
  } finally {
    lock.release();
    // A command that was refused leaves no folder that makes a project of where it was typed.
    if (isNew && !isDone) unmakeRunsFolder(root);
  }
}

/** Who a lock file says it is, as a clause. The file may hold anything. */
export function holderText({ process, purpose }: LockOwner): string {
  if (process === null) return 'a lock file that names nobody';
  return sanitize(`process ${process.pid} on ${process.host.slice(0, 80)} (${purpose.slice(0, 80)})`);
}

function notLocked(lock: Exclude<LockAnswer, { readonly kind: 'taken' }>): UsageError {
  return new UsageError(
    incomplete(
      'store/locked',
      '.specflow/runs/store.lock',
      lock.kind === 'held'
        ? `The store is being written by ${holderText(lock.by)}, and stayed so.`
        : `The store cannot be locked: ${lock.error}. Nothing was saved.`,
      lock.kind === 'held'
        ? 'Run the command again. Remove the lock file if that process is gone from its machine.'
        : 'Make .specflow/runs writable and run the command again.',
    ),
  );
}

function unfinished(why: string): UsageError {
  return new UsageError(
    incomplete(
      'store/unfinished-save',
      '.specflow/runs/unfinished-save.json',
      `What an interrupted command had begun to save cannot be finished: ${why}. Nothing was saved.`,
      'Make .specflow writable and run the command again.',
    ),
  );
}
