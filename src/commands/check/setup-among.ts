import { CONFIG_FILE } from '../../config/load-config.js';
import type { Only } from '../../enforce.js';
import { listNames } from '../../engine/list-names.js';
import { compileScope } from '../../globs/compile-scope.js';
import { sanitize } from '../../model/sanitize.js';
import { sayBeside } from '../output/say.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';

/** Of some root-relative paths, those of what says how files are judged: contracts, also such as went, and the configuration. */
export function setupAmong(
  paths: readonly string[],
  { config, loaded }: Pick<Workspace, 'config' | 'loaded'>,
): readonly string[] {
  const contracts = new Set([...loaded.files, ...compileScope(config.contracts).select(paths)]);
  return paths.filter((path) => path === CONFIG_FILE || contracts.has(path));
}

/** Other files may break a rule that is new, or meet a required pattern that is not; nobody looked at them. */
export function sayWhatChangedToo(
  { changed, removed }: Pick<Only, 'changed' | 'removed'>,
  workspace: Workspace,
  { terminal }: Session,
): void {
  const setup = setupAmong([...(changed ?? []), ...(removed ?? [])], workspace);
  if (setup.length === 0) return;
  const names = sanitize(listNames(setup));
  const lacking = 'and only files that changed were judged by that. All of them: specflow check';
  sayBeside(`${names} changed too, ${lacking}\n`, terminal);
}
