import { UsageError } from '../../model/problem.js';
import type { IndexTree } from '../../platform/git/index-tree.js';
import { findProjectRoot } from '../../platform/project-root.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import { quickWorkspace } from './quick-workspace.js';

/**
 * As `openWorkspace`, from a copy of the contracts that an earlier run kept.
 * @param staged as for `quickWorkspace`
 * @param keeps whether to leave such a copy to the next run
 * @throws UsageError as `openWorkspace`
 */
export async function rememberedWorkspace(
  session: Session,
  staged: IndexTree | undefined,
  keeps: boolean,
): Promise<Workspace> {
  const root = findProjectRoot(session.cwd);
  const opened = await quickWorkspace(root, session, staged, keeps);
  if (!(opened instanceof UsageError)) return opened;
  const { pointedToPackages } = await import('../workspace/packages-below.js');
  throw pointedToPackages(opened, root, session.cwd);
}
