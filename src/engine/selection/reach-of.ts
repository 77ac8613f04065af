import { isExclusion } from '../../globs/check-glob.js';
import type { Rule, Scope } from '../../model/contract.js';
import type { RuleReach } from '../../model/file-reason.js';

type CompileScope = (globs: readonly string[]) => Scope;

/** @param files the whole listing, from which scopes select; the path is one of them */
export function reachOf(path: string, rule: Rule, files: readonly string[], compileScope: CompileScope): RuleReach {
  const glob = decidingGlob(path, rule.scope.globs, files, compileScope);
  return { ruleId: rule.id, isInScope: glob !== null && !isExclusion(glob), glob };
}

/** The last of these globs that matches the path: it decides. Null where none does. */
export function decidingGlob(
  path: string,
  globs: readonly string[],
  files: readonly string[],
  compileScope: CompileScope,
): string | null {
  const matches = (glob: string): boolean =>
    compileScope([isExclusion(glob) ? glob.slice(1) : glob])
      .select(files)
      .includes(path);
  return globs.findLast(matches) ?? null;
}
