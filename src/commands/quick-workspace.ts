import { loadConfig } from '../config/load-config.js';
import { compileScope } from '../contract/compile-scope.js';
import { openContractCache } from '../integrations/contract-cache.js';
import { UsageError } from '../model/problem.js';
import { programStamp } from '../platform/package-files.js';
import { sayInterrupted } from './say-interrupted.js';
import type { Session } from './session.js';
import type { Workspace } from './workspace.js';

/**
 * The project at a root as `openWorkspace` opens it, from a copy of its contracts where nothing has changed since:
 * reading YAML would take longer than everything else a hook does. A refusal says that the project has no contract.
 * @throws UsageError for anything else that is wrong with it
 */
export async function quickWorkspace(root: string, session: Session): Promise<Workspace | UsageError> {
  const config = loadConfig(root);
  const programId = `${session.toolVersion} ${programStamp()}`;
  const cache = openContractCache({ root, globs: config.contracts, programId, compileScope });
  const cached = cache.read();
  if (cached !== null) {
    sayInterrupted(root, session);
    return { root, config, loaded: { ...cached, problems: [] } };
  }

  const { openWorkspace } = await import('./workspace.js');
  try {
    const opened = openWorkspace({ ...session, cwd: root });
    if (opened.loaded.problems.length === 0) cache.keep(opened.loaded);
    return opened;
  } catch (error) {
    if (error instanceof UsageError && error.problem.code === 'contract/none') return error;
    throw error;
  }
}
