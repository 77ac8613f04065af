import { CONFIG_FILE } from '../../config/load-config.js';
import { compileScope } from '../../globs/compile-scope.js';
import type { Workspace } from '../workspace.js';

/** Of some root-relative paths, those of what says how files are judged: contracts, also such as went, and the configuration. */
export function setupAmong(
  paths: readonly string[],
  { config, loaded }: Pick<Workspace, 'config' | 'loaded'>,
): readonly string[] {
  const contracts = new Set([...loaded.files, ...compileScope(config.contracts).select(paths)]);
  return paths.filter((path) => path === CONFIG_FILE || contracts.has(path));
}
