import { UsageError } from '../../model/problem.js';
import { openGit } from '../../platform/git/git.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { openWorkingTree } from '../../platform/working-tree.js';
import { quickWorkspace } from '../quick-workspace.js';
import type { Session } from '../session.js';
import type { Workspace } from '../workspace.js';
import { judgeFiles, type Verdict, wholeVerdict } from './judge-files.js';

/**
 * Judges what git calls changed since the last commit in the projects of these folders, required patterns over their
 * whole scope included; everything, where there is no git to ask.
 * @throws UsageError when a configuration is wrong, when there is no contract in any of them, or git refuses
 */
export async function judgeTurn(folders: readonly string[], session: Session): Promise<Verdict> {
  const roots = [...new Set(folders.map(findProjectRoot))];
  const opened = await Promise.all(roots.map((root) => quickWorkspace(root, session)));
  const workspaces = opened.flatMap((each) => (each instanceof UsageError ? [] : each));
  const refusal = opened.find((each) => each instanceof UsageError);
  if (workspaces.length === 0 && refusal) throw refusal;
  return wholeVerdict(await Promise.all(workspaces.map((workspace) => judgeChanges(workspace, session))));
}

function judgeChanges(workspace: Workspace, session: Session): Promise<Verdict> {
  const { root, config } = workspace;
  const git = openGit(root);
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes }, git);
  const { changed, removed } = git?.changedSince(null) ?? { changed: null, removed: [] };
  const request = { workspace, tree, removed: new Set(removed), isWhole: true };
  return judgeFiles(changed === null ? request : { ...request, changed: new Set(changed) }, session);
}
