import { dirname } from 'node:path';

/** A root-relative folder and those around it, up to the root. */
export function foldersFrom(folder: string): readonly string[] {
  return folder === '.' ? ['.'] : [folder, ...foldersFrom(dirname(folder))];
}

/** A folder and all around it: packages of a workspace lie at its top, above this project. */
export function above(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}
