import { loadConfig } from '../../config/load-config.js';
import { type LoadedContracts, loadContracts } from '../../contract/load-contracts.js';
import type { Config } from '../../model/config.js';
import { UsageError, usageError } from '../../model/problem.js';
import type { SourceTree } from '../../platform/files/source-tree.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { sayInterrupted } from '../output/say-interrupted.js';
import { pointedToPackages } from './packages-below.js';
import type { Session } from './session.js';

/** A project as every command needs it. */
export interface Workspace {
  readonly root: string;
  readonly config: Config;
  readonly loaded: LoadedContracts;
  /** The commit that all of it was read from, and the store is to be; absent where that is this project. */
  readonly policy?: SourceTree | undefined;
}

/**
 * A project, opened: an interrupted heal run is told on stderr.
 * @throws UsageError as `loadWorkspace`
 */
export function openWorkspace(session: Session, staged?: SourceTree): Workspace {
  const workspace = loadWorkspace(session, staged);
  sayInterrupted(workspace.root, session);
  return workspace;
}

/**
 * @param staged as for `readWorkspace`
 * @throws UsageError when the configuration is wrong, or when there is no contract at all
 */
export function loadWorkspace({ cwd }: Session, staged?: SourceTree): Workspace {
  const root = findProjectRoot(cwd);
  const read = readWorkspace(root, staged);
  if (read instanceof UsageError) throw pointedToPackages(read, root, cwd);
  return read;
}

/**
 * The project at a root; a refusal says that it has no contract.
 * @param staged the git index, where configuration and contracts are to be what the next commit would hold; or the
 *   commit they are to be read from, whatever the project holds now
 * @throws UsageError when the configuration is wrong
 */
export function readWorkspace(root: string, staged?: SourceTree): Workspace | UsageError {
  const config = loadConfig(root, staged);
  const loaded = loadContracts(root, config.contracts, staged);
  if (loaded.files.length === 0 && loaded.problems.length === 0) {
    return usageError(
      'contract/none',
      `No contract was found below ${root}. It was looked for in ${config.contracts.join(', ')}.`,
      'Run "specflow init" to write starter contracts, or name yours under "contracts" in .specflow/config.json.',
    );
  }
  return { root, config, loaded, policy: staged?.standsAlone ? staged : undefined };
}
