import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a temporary folder holds; paths are relative to it. */
export interface FolderContent {
  readonly files: Readonly<Record<string, string>>;
  /** Links to folders elsewhere. */
  readonly links: Readonly<Record<string, string>>;
}

/** Lends a folder outside the project and removes it, though not what its links lead to, when the work is done. */
export async function withTemporaryFolder<T>(
  { files, links }: FolderContent,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specflow-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path), 'junction');
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
