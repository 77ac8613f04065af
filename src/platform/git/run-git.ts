import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { usageError } from '../../model/problem.js';
import { errorCode } from '../error-code.js';
import { minimalEnvironment } from '../processes/minimal-environment.js';

export type GitAnswer =
  | { readonly kind: 'ok'; readonly stdout: Buffer; readonly stderr: string }
  | { readonly kind: 'failed'; readonly status: number | null; readonly stderr: string }
  | { readonly kind: 'not-installed' };

/** Runs git with one argument array in one folder; never a shell, never a pager, never a prompt. */
export type RunGit = (args: readonly string[], input?: string) => GitAnswer;

/** Larger answers than this are a repository we cannot hold in memory anyway. */
export const MAX_OUTPUT_BYTES = 1024 * 1024 * 1024;
export const TIMEOUT_MS = 5 * 60_000;

/** Settings through which a repository could start programs of its own. */
export const INERT = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.untrackedCache=false'];

/** Variables that say which repository, index and objects are meant, in a hook above all, or carry the user's own settings. */
const OF_THE_REPOSITORY =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|CONFIG_.+)$/;

/** The environment git gets. Paths of the repository are absolute in it, since git runs in another folder than we do. */
export function gitEnvironment(environment: NodeJS.ProcessEnv, cwd: string): Record<string, string> {
  const kept = minimalEnvironment(environment);
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && OF_THE_REPOSITORY.test(name)) kept[name] = value;
  }
  for (const name of ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY']) {
    const value = kept[name];
    if (value !== undefined) kept[name] = resolve(cwd, value);
  }
  return {
    ...kept,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A partial clone would fetch missing blobs through whatever transport its config names.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

export function gitIn(folder: string, environment: Record<string, string>): RunGit {
  return (args, input) => {
    const run = spawnSync('git', [...INERT, ...args], {
      cwd: folder,
      env: environment,
      maxBuffer: MAX_OUTPUT_BYTES,
      timeout: TIMEOUT_MS,
      windowsHide: true,
      ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
    });
    if (errorCode(run.error) === 'ENOENT') return { kind: 'not-installed' };
    if (run.error) throw gitFailed(args, `${run.error.message}`);
    const stderr = run.stderr.toString('utf8').trim();
    if (run.status !== 0) return { kind: 'failed', status: run.status, stderr };
    return { kind: 'ok', stdout: run.stdout, stderr };
  };
}

/** The answer of a command that has no reason to fail. @throws UsageError `git/…` where it did */
export function succeeded(args: readonly string[], answer: GitAnswer): Extract<GitAnswer, { kind: 'ok' }> {
  if (answer.kind === 'ok') return answer;
  throw gitFailed(args, answer.kind === 'failed' ? answer.stderr : 'git is not installed any more');
}

/** The user's problem, in git's own words. */
export function gitFailed(args: readonly string[], stderr: string): Error {
  if (/dubious ownership/.test(stderr)) {
    return usageError(
      'git/dubious-ownership',
      'Git refuses this repository because another user owns it.',
      'Run `git config --global --add safe.directory <path of the repository>`, or run as its owner.',
    );
  }
  const reason = stderr.split('\n').find((line) => line.startsWith('fatal:')) ?? stderr.split('\n')[0] ?? '';
  return usageError(
    'git/failed',
    `git ${args[0] ?? ''} failed: ${reason.replace(/^fatal: /, '') || 'no reason given'}`,
    'Run the same git command yourself to see what is wrong with the repository.',
  );
}
