import { dirname, resolve } from 'node:path';
import { UsageError } from '../../model/problem.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { pathBelow } from '../../platform/paths/path-below.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { quickWorkspace } from '../quick/quick-workspace.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';
import { judgeFiles, type Verdict } from './judge-files.js';

/**
 * Judges single files as they are on disk. A pattern that any file of its scope may hold is not asked of them; a file
 * that is gone, ignored by git, no text, or in no project of these folders breaks nothing.
 * @param folders where the agent works, most telling first; files may be relative to the first
 * @throws UsageError when a configuration is wrong, or there is no contract at all
 */
export async function judgeEdit(
  files: readonly string[],
  folders: readonly string[],
  session: Session,
): Promise<readonly Verdict[]> {
  const open = openerOf(session);
  const wanted = new Map<Workspace, string[]>();
  for (const file of files) {
    const path = resolve(folders[0] ?? session.cwd, file);
    const roots = rootsAround(path, folders);
    if (roots.length === 0) continue;
    const workspace = await open(roots);
    const inRoot = pathBelow(workspace.root, path);
    if (inRoot !== null) wanted.set(workspace, [...(wanted.get(workspace) ?? []), inRoot]);
  }
  return Promise.all([...wanted].map(([workspace, paths]) => judgePaths(workspace, paths, session)));
}

function judgePaths(workspace: Workspace, paths: readonly string[], session: Session): Promise<Verdict> {
  const { root, config } = workspace;
  // Not the listing of git: asking for one file must not cost a look at all.
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes }, null);
  const edited = { list: () => paths, read: tree.read };
  return judgeFiles({ workspace, tree: edited, changed: new Set(paths), isWhole: false }, session);
}

/**
 * The projects a file may be judged by: those of the folders it lies in, then the one around the file itself, for a
 * repository whose packages have contracts of their own. None where it lies outside of all folders.
 */
function rootsAround(path: string, folders: readonly string[]): readonly string[] {
  const roots = folders.map(findProjectRoot).filter((root) => pathBelow(root, path) !== null);
  return roots.length === 0 ? [] : [...new Set([...roots, findProjectRoot(dirname(path))])];
}

/** Opens the first of some projects that has contracts; each at most once. */
function openerOf(session: Session): (roots: readonly string[]) => Promise<Workspace> {
  const known = new Map<string, Workspace | UsageError>();
  return async (roots) => {
    let refusal: UsageError | null = null;
    for (const root of roots) {
      const opened = known.get(root) ?? (await quickWorkspace(root, session));
      known.set(root, opened);
      if (!(opened instanceof UsageError)) return opened;
      refusal ??= opened;
    }
    throw refusal ?? new Error('there is no project to open');
  };
}
