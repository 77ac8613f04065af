import { compileScope } from '../../globs/compile-scope.js';
import { neverWritten } from './never-written.js';

/**
 * Why heal must not write to a path, as a clause, or null when it may.
 * @param contractFiles root-relative paths of the loaded contracts
 * @param globs the owner's `protect` globs
 */
export function protectedReason(
  path: string,
  contractFiles: ReadonlySet<string>,
  globs: readonly string[],
): string | null {
  const always = neverWritten(path);
  if (always !== null) return always;
  if (contractFiles.has(path)) return 'it is a contract';
  const glob = globs.find((each) => compileScope([each]).select([path]).length > 0);
  return glob === undefined ? null : `the configuration protects ${glob}`;
}
