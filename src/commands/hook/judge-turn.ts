import { resolve } from 'node:path';
import { packagesAmong } from '../../contract/packages-among.js';
import { UsageError } from '../../model/problem.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { openGit } from '../../platform/git/git.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { quickWorkspace } from '../quick/quick-workspace.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import { judgeFiles, type Verdict } from './judge-files.js';

/**
 * Judges what git calls changed since the last commit in the projects of these folders, required patterns over their
 * whole scope included; everything, where there is no git to ask. Where none of them has a contract, the packages below
 * that have some are judged instead, as far as they changed.
 * @throws UsageError when a configuration is wrong, when there is no contract in any of them, or git refuses
 */
export async function judgeTurn(folders: readonly string[], session: Session): Promise<readonly Verdict[]> {
  const roots = [...new Set(folders.map(findProjectRoot))];
  const opened = await openAll(roots, session);
  const refusal = opened.find((each) => each instanceof UsageError);
  const workspaces = opened.filter(isOpen);
  if (workspaces.length === 0 && refusal) {
    const packages = roots.map(packagesBelow);
    if (packages.every(({ all }) => all.length === 0)) throw refusal;
    const changed = await openAll([...new Set(packages.flatMap((each) => each.changed))], session);
    workspaces.push(...changed.filter(isOpen));
    // What changed lies in packages whose contracts are none to us: nothing was looked at.
    if (changed.length > 0 && workspaces.length === 0) throw refusal;
  }
  return Promise.all(workspaces.map((workspace) => judgeChanges(workspace, session)));
}

function openAll(roots: readonly string[], session: Session): Promise<(Workspace | UsageError)[]> {
  return Promise.all(roots.map((root) => quickWorkspace(root, session)));
}

function isOpen(opened: Workspace | UsageError): opened is Workspace {
  return !(opened instanceof UsageError);
}

/** The folders below a root that have contracts of their own, and those of them in which anything changed. */
function packagesBelow(root: string): { readonly all: readonly string[]; readonly changed: readonly string[] } {
  const git = openGit(root);
  if (git === null) return { all: [], changed: [] };
  const all = packagesAmong(git.listFiles().paths);
  if (all.length === 0) return { all, changed: [] };
  const { changed, removed } = git.changedSince(null);
  const files = [...changed, ...removed];
  const touched = all.filter((folder) => files.some((file) => file.startsWith(folder)));
  return { all, changed: touched.map((folder) => resolve(root, folder)) };
}

function judgeChanges(workspace: Workspace, session: Session): Promise<Verdict> {
  const { root, config } = workspace;
  const git = openGit(root);
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes }, git);
  const { changed, removed } = git?.changedSince(null) ?? { changed: null, removed: [] };
  const request = { workspace, tree, removed: new Set(removed), isWhole: true };
  return judgeFiles(changed === null ? request : { ...request, changed: new Set(changed) }, session);
}
