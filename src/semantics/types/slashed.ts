import path from 'node:path';

/** A path as the compiler spells it, with forward slashes on every system. */
export function slashed(name: string): string {
  return path.sep === '/' ? name : name.split(path.sep).join('/');
}
