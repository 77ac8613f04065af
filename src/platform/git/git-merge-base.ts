import { usageError } from '../../model/problem.js';
import { nearestName } from '../../model/suggest.js';
import { type RunGit, succeeded } from './run-git.js';

/**
 * The commit where HEAD left the history of a ref.
 * @throws UsageError `git/…` for a ref nobody knows, and where this clone does not reach back far enough
 */
export function mergeBase(run: RunGit, ref: string): string {
  if (commitOf(run, 'HEAD') === null) {
    throw usageError('git/no-commit', 'There is no commit yet, so nothing can have changed since one.', 'Use --dirty.');
  }
  const theirs = knownCommit(run, ref);
  const asked = ['merge-base', theirs, 'HEAD'];
  const answer = run(asked);
  if (answer.kind === 'failed' && answer.status === 1) throw noMergeBase(run, ref);
  return succeeded(asked, answer).stdout.toString().trim();
}

/** The id of the commit a ref names. @throws UsageError `git/unknown-ref` */
export function knownCommit(run: RunGit, ref: string): string {
  const commit = commitOf(run, ref);
  if (commit === null) throw unknownRef(run, ref);
  return commit;
}

/** The same; null where git knows none. */
function commitOf(run: RunGit, ref: string): string | null {
  // What starts with a dash would be an option; no ref does.
  if (ref === '' || ref.startsWith('-') || ref.includes('\0')) return null;
  const answer = run(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  const id = answer.kind === 'ok' ? answer.stdout.toString().trim() : '';
  return /^[0-9a-f]{40,64}$/.test(id) ? id : null;
}

function noMergeBase(run: RunGit, ref: string): Error {
  const answer = run(['rev-parse', '--is-shallow-repository']);
  const isShallow = answer.kind === 'ok' && answer.stdout.toString().trim() === 'true';
  return isShallow
    ? usageError(
        'git/shallow',
        `This clone is shallow and does not reach back to where HEAD left ${ref}.`,
        'Run: git fetch --unshallow   (with actions/checkout: fetch-depth: 0)',
      )
    : usageError(
        'git/unrelated',
        `HEAD and ${ref} have no commit in common.`,
        'Name a branch or commit that HEAD comes from.',
      );
}

function unknownRef(run: RunGit, ref: string): Error {
  if (ref === 'HEAD')
    return usageError('git/no-commit', 'There is no commit yet, so HEAD names none.', 'Commit something first.');
  const answer = run(['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes', 'refs/tags']);
  const known = answer.kind === 'ok' ? answer.stdout.toString().split('\n').filter(Boolean) : [];
  const near = known.find((name) => name.endsWith(`/${ref}`)) ?? nearestName(ref, known);
  const help = near === null ? fetchHelp(ref) : `Did you mean ${near}? Otherwise: ${fetchHelp(ref)}`;
  return usageError('git/unknown-ref', `Git knows no commit called ${ref === '' ? '""' : ref}.`, help);
}

/** A clone of one branch does not follow the others, so the place to put it is spelt out. */
function fetchHelp(ref: string): string {
  const branch = ref.replace(/^origin\//, '');
  if (ref === 'HEAD' || branch.includes('..') || !/^\w[\w./-]*$/.test(branch))
    return 'Name a branch, a tag or a commit.';
  return `git fetch origin ${branch}:refs/remotes/origin/${branch}, then use origin/${branch}`;
}
