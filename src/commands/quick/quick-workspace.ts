import { loadConfig } from '../../config/load-config.js';
import { compileScope, globRegexes, rememberGlobs } from '../../globs/compile-scope.js';
import { type ContractCache, openContractCache } from '../../integrations/contract-cache.js';
import type { Config } from '../../model/config.js';
import { UsageError } from '../../model/problem.js';
import type { IndexTree } from '../../platform/git/index-tree.js';
import { programStamp } from '../../platform/package-files.js';
import { sayInterrupted } from '../output/say-interrupted.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';

/**
 * The project at a root as `openWorkspace` opens it, from a copy of its contracts where nothing has changed since:
 * reading YAML would take longer than everything else a hook does. A refusal says that the project has no contract.
 * @param staged the git index, where configuration and contracts are to be what the next commit would hold
 * @param keeps whether to leave such a copy to the next run
 * @throws UsageError for anything else that is wrong with it
 */
export async function quickWorkspace(
  root: string,
  session: Session,
  staged?: IndexTree,
  keeps = true,
): Promise<Workspace | UsageError> {
  const config = loadConfig(root, staged);
  const cache = contractCacheOf(root, config, session, staged);
  const cached = cache.read();
  if (cached !== null) {
    sayInterrupted(root, session);
    return { root, config, loaded: { ...cached, problems: [] } };
  }

  const { readWorkspace } = await import('../workspace/workspace.js');
  const opened = readWorkspace(root, staged);
  if (opened instanceof UsageError) return opened;
  sayInterrupted(root, session);
  if (keeps && opened.loaded.problems.length === 0) cache.keep(opened.loaded);
  return opened;
}

/** The copy of a project's contracts. */
export function contractCacheOf(
  root: string,
  { contracts: globs }: Config,
  { toolVersion }: Session,
  staged?: IndexTree,
): ContractCache {
  const programId = `${toolVersion} ${programStamp()}`;
  return openContractCache({ root, globs, programId, scopes: { compileScope, globRegexes, rememberGlobs }, staged });
}
