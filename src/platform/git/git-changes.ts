import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLossy } from '../../model/lossy-path.js';
import type { IndexEntry } from './git.js';
import { splitNul } from './git-output.js';

/** What differs between two states, root-relative with forward slashes, sorted. */
export interface ChangedFiles {
  /** Added, modified, retyped or in conflict; a rename is the addition of its new name. */
  readonly changed: readonly string[];
  /** There no more, at least not under that name. */
  readonly removed: readonly string[];
}

/** Answers git's standard output, or throws. */
type AskGit = (args: readonly string[]) => Buffer;

const OPTIONS = [
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-renames',
  '--no-ext-diff',
  '--relative',
  '--ignore-submodules=all',
];

/** Modes of what is no file of ours. */
const SUBMODULE = '160000';
const NOTHING = '000000';

/** Files larger than this are not compared: they count as changed. */
const MAX_COMPARED_BYTES = 64 * 1024 * 1024;

/**
 * The work tree against a commit or tree: what was committed since, staged, left unstaged, and new files that are
 * not ignored. `ask` must start no filters: git compares with the disk here.
 */
export function workTreeChanges(ask: AskGit, root: string, base: string): ChangedFiles {
  const entries = toChanges(splitNul(ask(['diff-index', ...OPTIONS, base, '--'])));
  const untracked = splitNul(ask(['ls-files', '-z', '--others', '--exclude-standard'])).filter(
    (path) => !path.endsWith('/'),
  );
  const differs = entries.filter((entry) => !isUntouched(entry, root));
  return sortedChanges(differs, untracked);
}

/** What the next commit changes. */
export interface StagedChanges {
  /** What it adds, modifies or retypes; a rename is the addition of its new name. In git's order. */
  readonly files: readonly IndexEntry[];
  /** What it takes away under its name, renamed files included. Sorted. */
  readonly removed: readonly string[];
}

/** Asks for the index against a commit or tree; the answer is for `stagedChanges`. */
export function askStaged(base: string): readonly string[] {
  return ['diff-index', '--cached', ...OPTIONS, '--ita-invisible-in-index', base, '--'];
}

export function stagedChanges(answer: Buffer): StagedChanges {
  const entries = toChanges(splitNul(answer));
  return {
    files: entries
      .filter(({ status }) => 'AMT'.includes(status))
      .map(({ path, after, modes: [, mode] }) => ({ path, blob: after, mode })),
    removed: sortedChanges(entries, []).removed,
  };
}

function sortedChanges(entries: readonly Change[], untracked: readonly string[]): ChangedFiles {
  const changed = new Set([...entries.filter(({ status }) => status !== 'D').map(({ path }) => path), ...untracked]);
  // A file that left the index but not the disk is listed as both.
  const removed = entries.filter(({ status, path }) => status === 'D' && !changed.has(path)).map(({ path }) => path);
  return { changed: [...changed].sort(), removed: removed.sort() };
}

interface Change {
  readonly path: string;
  readonly status: string;
  readonly modes: readonly [string, string];
  /** What the base holds; all zeros where it has no such file. */
  readonly before: string;
  /** All zeros where git knows only that the file on disk may differ. */
  readonly after: string;
}

/** The parts of `diff-index --raw -z`: `:<mode> <mode> <blob> <blob> <status>` and the path, in turn. */
function toChanges(parts: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const path = parts[i + 1];
    const found = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([AMTDU])$/.exec(parts[i] ?? '');
    const [, oldMode, newMode, before, after, status] = found ?? [];
    if (!path || !oldMode || !newMode || !before || !after || !status) {
      throw new Error(`git printed what we do not understand: ${JSON.stringify(parts[i])}`);
    }
    changes.push({ path, status, modes: [oldMode, newMode], before, after });
  }
  return changes.flatMap(asFile);
}

/** What a submodule is or was has no content of ours; a file in its place is new, and one that gave way to it is gone. */
function asFile(change: Change): readonly Change[] {
  const [was, is] = change.modes;
  if (was !== SUBMODULE && is !== SUBMODULE) return [change];
  if ([SUBMODULE, NOTHING].includes(was) && [SUBMODULE, NOTHING].includes(is)) return [];
  return [{ ...change, status: is === SUBMODULE ? 'D' : 'A' }];
}

/**
 * Git compares dates and sizes first, so after a copy or a `touch` every file may differ; whether it does, its bytes
 * tell. Line ends that git turns on checkout count as equal.
 */
function isUntouched({ path, status, modes: [oldMode, newMode], before, after }: Change, root: string): boolean {
  if (status !== 'M' || oldMode !== newMode || !oldMode.startsWith('100') || !/^0+$/.test(after)) return false;
  // On disk it may be another file's.
  if (isLossy(path)) return false;
  const file = join(root, path);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > MAX_COMPARED_BYTES) return false;
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    // Whoever reads it next says why it cannot be read.
    return false;
  }
  const isBefore = (content: Buffer): boolean => blobId(content, before.length === 40 ? 'sha1' : 'sha256') === before;
  return isBefore(bytes) || (bytes.includes('\r\n') && isBefore(withoutCarriageReturns(bytes)));
}

function withoutCarriageReturns(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}

function blobId(content: Buffer, algorithm: 'sha1' | 'sha256'): string {
  return hash(algorithm, Buffer.concat([Buffer.from(`blob ${content.length}\0`), content]));
}
