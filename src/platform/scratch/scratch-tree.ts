import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { changedStamps, type FileStamps, stampsOf } from '../files/file-stamps.js';
import { writeOwnFile } from '../files/write-file.js';
import { failed, whyNotWritten } from '../files/write-result.js';
import { removeOwnFile } from '../state/own-files.js';
import { copyFiles } from './copy-files.js';
import { namesBelow } from './names-below.js';
import type { Scratch } from './scratch.js';

export interface ScratchChange {
  readonly path: string;
  readonly kind: 'created' | 'deleted' | 'edited' | 'replaced by something that is no file';
}

/** Copies of a project's files for somebody to work on, and what became of them. */
export interface ScratchTree {
  /** All as in the project, except that one file holds this text; why not, one clause, where that cannot be done. */
  prepare(path: string, text: string): string | null;
  /** What was done since, sorted by path. */
  changes(): readonly ScratchChange[];
}

/** @param paths what of the project is copied, beside the one file */
export function openScratchTree(root: string, { folder, clear }: Scratch, paths: readonly string[]): ScratchTree {
  let before: FileStamps = new Map();
  /** The file that is not as in the project; null where nothing was copied yet. */
  let own: string | null = null;

  const changes = (): readonly ScratchChange[] => {
    const after = stampsOf(folder, namesBelow(folder));
    return changedStamps(before, after).flatMap((path): readonly ScratchChange[] => {
      if (!before.has(path)) return [{ path, kind: 'created' }];
      if (!after.has(path)) return [{ path, kind: 'deleted' }];
      if (!lstatSync(join(folder, path)).isFile()) return [{ path, kind: 'replaced by something that is no file' }];
      return path !== own && holdTheSame(join(folder, path), join(root, path)) ? [] : [{ path, kind: 'edited' }];
    });
  };

  return {
    prepare(path, text) {
      try {
        const done = changes();
        if (own === null || done.some((each) => each.path !== own || each.kind !== 'edited')) {
          clear();
          copyFiles(root, paths, folder);
        } else if (own !== path) {
          // To copy a whole project again for each file it is asked about would take longer than the agent does.
          removeOwnFile(folder, own);
          copyFiles(root, paths.includes(own) ? [own] : [], folder);
        }
        const written = writeOwnFile(folder, path, text);
        if (written.kind !== 'written') return whyNotWritten(written);
        own = path;
        before = stampsOf(folder, namesBelow(folder));
        return null;
      } catch (error) {
        if (errorCode(error) === null) throw error;
        return failed(error).error;
      }
    },
    changes,
  };
}

function holdTheSame(one: string, other: string): boolean {
  const stat = lstatSync(other, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size !== lstatSync(one).size) return false;
  return readFileSync(one).equals(readFileSync(other));
}
