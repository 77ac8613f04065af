import { WRITTEN, type WriteResult } from '../platform/files/write-result.js';
import { type AppendLog, createLog } from '../platform/state/append-log.js';
import { makeRunsFolder } from '../platform/state/lock.js';
import { moveOwnFile } from '../platform/state/own-files.js';
import { type JournalEntry, printEntry } from './journal.js';
import { closedJournalPath, openJournalPath } from './run-files.js';

/** The journal of the run that is going on. Nothing is on disk before it is begun. */
export interface Journal {
  /** Does nothing where it is begun already. */
  begin(): WriteResult;
  /**
   * Adds an entry, and begins with it where need be.
   * @param isSynced waits until the entry would survive a power cut
   */
  note(entry: JournalEntry, isSynced: boolean): WriteResult;
  isBegun(): boolean;
  /** Says that the run has ended: nobody has to recover anything of it. */
  end(): WriteResult;
}

export function openJournal(root: string, head: Extract<JournalEntry, { readonly kind: 'begin' }>): Journal {
  let log: AppendLog | null = null;
  let begun: WriteResult | null = null;
  const begin = (): WriteResult => {
    if (begun !== null) return begun;
    makeRunsFolder(root);
    const created = createLog(root, openJournalPath(head.run));
    if (created.kind === 'open') log = created.log;
    begun = created.kind === 'open' ? created.log.append(printEntry(head), true) : created;
    return begun;
  };
  return {
    begin,
    note(entry, isSynced) {
      const result = begin();
      return log === null ? result : log.append(printEntry(entry), isSynced);
    },
    isBegun: () => log !== null,
    end() {
      if (log === null) return WRITTEN;
      log.close();
      log = null;
      return moveOwnFile(root, openJournalPath(head.run), closedJournalPath(head.run));
    },
  };
}
