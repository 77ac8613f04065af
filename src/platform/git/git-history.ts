import { knownCommit } from './git-merge-base.js';
import { splitNul } from './git-output.js';
import { type RunGit, succeeded } from './run-git.js';

/** A file that a commit modified, with what it held before and after. */
export interface FileRevision {
  readonly commit: string;
  /** Relative to the root, forward slashes. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What git knows of the past. Read only. */
export interface GitHistory {
  /**
   * The file as a commit holds it; null where it holds none.
   * @throws UsageError `git/unknown-ref`
   */
  fileAt(ref: string, path: string): Buffer | null;
  /**
   * Files that commits on the way to HEAD modified, oldest first; merges left out, as they only bring together.
   * @param since only commits that are not in the history of this one; null for all there are
   * @throws UsageError `git/unknown-ref`, and `git/failed` where git cannot say
   */
  revisions(since: string | null, maxCommits: number): readonly FileRevision[];
  /** Whether the clone was made without the older part of the history. */
  isShallow(): boolean;
}

export function gitHistory(run: RunGit): GitHistory {
  const must = (args: readonly string[], input?: string): Buffer => succeeded(args, run(args, input)).stdout;
  return {
    fileAt(ref, path) {
      const answer = run(['cat-file', 'blob', `${knownCommit(run, ref)}:./${path}`]);
      return answer.kind === 'ok' ? answer.stdout : null;
    },
    revisions(since, maxCommits) {
      if (run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).kind !== 'ok') return [];
      const range = since === null ? ['HEAD'] : ['HEAD', `^${knownCommit(run, since)}`];
      const listed = must(['rev-list', '--no-merges', `--max-count=${maxCommits}`, ...range, '--']);
      const commits = listed.toString().trim().split('\n').filter(Boolean).reverse();
      if (commits.length === 0) return [];
      const options = ['-r', '-z', '--raw', '--no-abbrev', '--no-renames', '--no-ext-diff', '--relative'];
      const asked = ['diff-tree', '--stdin', ...options, '--diff-filter=M'];
      return parseRevisions(splitNul(must(asked, `${commits.join('\n')}\n`)));
    },
    isShallow: () => must(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true',
  };
}

/** A commit id, then `:modes ids M` and a path for each file. Links and submodules are no text of ours. */
function parseRevisions(tokens: readonly string[]): readonly FileRevision[] {
  const revisions: FileRevision[] = [];
  let commit = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const change = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) M$/.exec(token);
    if (change === null) {
      commit = token.trim();
      continue;
    }
    const [, oldMode = '', newMode = '', before = '', after = ''] = change;
    const path = tokens[++at] ?? '';
    if (oldMode.startsWith('100') && newMode.startsWith('100')) revisions.push({ commit, path, before, after });
  }
  return revisions;
}
