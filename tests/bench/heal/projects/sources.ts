import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fastGlob from 'fast-glob';

/** Path → text of every source of a project. */
export type Sources = ReadonlyMap<string, string>;

/** Where a project under measurement keeps contract and reports; removed afterwards. */
export const STATE = '.specflow';

const SOURCES = ['{src,lib}/**/*.{ts,tsx,js,jsx,mts,cts}'];

/** Runs `work` and puts every source back as it was, whatever happens. */
export async function withSources<T>(root: string, work: (before: Sources) => Promise<T>): Promise<T> {
  const before = readAll(root);
  try {
    return await work(before);
  } finally {
    rmSync(path.join(root, STATE), { recursive: true, force: true });
    for (const [file, text] of readAll(root)) {
      const old = before.get(file);
      if (old !== undefined && old !== text) writeFileSync(path.join(root, file), old);
    }
  }
}

export function readAll(root: string): Sources {
  const files = fastGlob.sync(SOURCES, { cwd: root, ignore: ['**/node_modules/**'] }).sort();
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}
