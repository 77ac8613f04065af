import { closeSync, constants, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BEHIND_A_LINK, failed, refused, WRITTEN, type WriteResult } from '../files/write-result.js';
import { makeFolders, openFolder } from '../paths/open-folder.js';
import { refusePath } from '../paths/safe-path.js';

/** A file that only ever grows, line by line. */
export interface AppendLog {
  /**
   * Adds a line. After one that failed nothing more is added: behind half a line it could not be read.
   * @param isSynced waits until the line would survive a power cut
   */
  append(line: string, isSynced: boolean): WriteResult;
  close(): void;
}

export type LogAnswer =
  | { readonly kind: 'open'; readonly log: AppendLog }
  | Extract<WriteResult, { readonly kind: 'refused' | 'failed' }>;

const FLAGS =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/** Starts a log of our own where there is no file yet, readable for its owner alone. */
export function createLog(root: string, path: string): LogAnswer {
  const refusal = refusePath(path);
  if (refusal !== null) return refused(refusal);
  const slash = path.lastIndexOf('/');
  try {
    const parent = path.slice(0, Math.max(0, slash));
    const folder = makeFolders(root, parent) ? openFolder(root, parent) : null;
    if (folder === null) return BEHIND_A_LINK;
    try {
      const descriptor = openSync(join(folder.base, path.slice(slash + 1)), FLAGS, 0o600);
      try {
        folder.sync();
      } catch (error) {
        closeSync(descriptor);
        throw error;
      }
      return { kind: 'open', log: logOn(descriptor) };
    } finally {
      folder.close();
    }
  } catch (error) {
    return failed(error);
  }
}

function logOn(descriptor: number): AppendLog {
  let broken: WriteResult | null = null;
  return {
    append(line, isSynced) {
      if (broken !== null) return broken;
      try {
        const bytes = Buffer.from(`${line}\n`);
        for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
        if (isSynced) fsyncSync(descriptor);
        return WRITTEN;
      } catch (error) {
        broken = failed(error);
        return broken;
      }
    },
    close: () => closeSync(descriptor),
  };
}
