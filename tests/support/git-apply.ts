import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeFiles } from './make-folder.js';
import { git } from './make-repository.js';

/** Files by path as `git apply` leaves them, which knows of no repository here. */
export function gitApply(files: ReadonlyMap<string, string>, patch: string): ReadonlyMap<string, string> {
  if (patch === '') return files;
  const root = mkdtempSync(path.join(tmpdir(), 'specflow-patch-'));
  try {
    writeFiles(root, { ...Object.fromEntries(files), '.patch': patch });
    git(root, 'apply', '.patch');
    return new Map([...files.keys()].map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
