import { UsageError } from '../model/problem.js';
import { openGit } from '../platform/git.js';
import { findProjectRoot } from '../platform/project-root.js';
import { quickWorkspace } from './quick-workspace.js';
import type { Session } from './session.js';
import { openWorkspace, type Workspace } from './workspace.js';

const FOLDER = '.specflow/cache';

/**
 * As `openWorkspace`, from a copy of the contracts that an earlier run kept. What git lists among such copies was put
 * there by somebody, and could hold contracts that forbid nothing: then all are read anew, as where there is no git.
 * @throws UsageError as `openWorkspace`
 */
export async function rememberedWorkspace(session: Session): Promise<Workspace> {
  const root = findProjectRoot(session.cwd);
  if (openGit(root)?.listFiles([FOLDER]).paths.length !== 0) return openWorkspace(session);
  const opened = await quickWorkspace(root, session);
  if (opened instanceof UsageError) throw opened;
  return opened;
}
