import { join } from 'node:path';
import { contentHash } from '../model/content-hash.js';
import type { Finding } from '../model/finding.js';
import { incomplete, type Problem } from '../model/problem.js';
import { errorCode } from '../platform/error-code.js';
import { readSource } from '../platform/files/read-source.js';
import { readWholeLines } from '../platform/files/read-text.js';
import { replaceFile } from '../platform/files/write-file.js';
import { whyNotWritten } from '../platform/files/write-result.js';
import { refusePath } from '../platform/paths/safe-path.js';
import { walkFiles } from '../platform/paths/walk-files.js';
import { isTemporaryName, temporaryName } from '../platform/scratch/temporary-file.js';
import { RUNS_FOLDER } from '../platform/state/lock.js';
import { moveOwnFile, removeOwnFile } from '../platform/state/own-files.js';
import { parseJournal, type Selection } from './journal.js';
import { type FileRecovery, planRecovery } from './plan-recovery.js';
import { beforeImagePath, closedJournalPath, openJournalPath } from './run-files.js';

/** What came of an interrupted run. With a problem it stays interrupted. */
export interface Recovery {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** What the run had been asked to heal; null where it did not come to say so. */
  readonly selection: Selection | null;
}

/** Puts what the fixes that stay taught where it belongs; problems where it could not. */
export type SaveTexts = (lessons: readonly string[]) => readonly Problem[];

const MAX_JOURNAL_BYTES = 256 * 1024 * 1024;
const MAX_SOURCE_BYTES = 256 * 1024 * 1024;

/**
 * Brings a run that was killed to its end: unproven fixes are taken back, proven ones stay and what they taught is
 * saved, temporary files go. A file that somebody wrote to since is left as it is. Doing it twice does no harm.
 * @throws system errors where the folder of the run cannot be listed
 */
export function recoverRun(root: string, runId: string, save: SaveTexts): Recovery {
  const journal = openJournalPath(runId);
  const read = readWholeLines(join(root, journal), MAX_JOURNAL_BYTES);
  if (read.kind === 'missing') return { findings: [], problems: [], selection: null };
  if (read.kind !== 'text') return failed([unreadable(runId, journal, read.detail)]);
  const parsed = parseJournal(read.text);
  if (parsed.kind === 'broken') return failed([unreadable(runId, journal, `line ${parsed.line} makes no sense`)]);
  const unread: Problem[] = [];
  const plan = planRecovery(parsed.entries, (file) => {
    const source = sourceIn(root, file);
    if (source?.kind === 'unreadable') unread.push(notDone(file, source.why));
    return source?.kind === 'text' ? source.digest : null;
  });
  if (unread.length > 0) return failed(unread);
  const swept = [...plan.temporaries.flatMap((path) => sweep(root, path)), ...sweepFolderOf(root, runId)];
  const done = plan.files.map((file) => recoverFile(root, runId, file));
  const problems = [...done.flatMap((each) => each.problems), ...swept];
  if (problems.length === 0) problems.push(...save(plan.lessons));
  if (problems.length === 0) {
    const ended = moveOwnFile(root, journal, closedJournalPath(runId));
    if (ended.kind !== 'written')
      problems.push(notDone(journal, `its end could not be noted: ${whyNotWritten(ended)}`));
  }
  return { findings: done.flatMap((each) => each.findings), problems, selection: plan.selection };
}

type Notes = Pick<Recovery, 'findings' | 'problems'>;

function recoverFile(root: string, runId: string, recovery: FileRecovery): Notes {
  const { kind, file } = recovery;
  const backup = beforeImagePath(runId, file);
  if (kind === 'keep')
    return told(
      'heal/recovered',
      file,
      `Run ${runId} was interrupted after healing this file; its fixes were proven and stay.`,
    );
  if (kind === 'newer') return newer(runId, file, backup);
  if (file.startsWith('.specflow/')) return stuck(file, 'heal never writes there');

  const now = sourceIn(root, file);
  const image = sourceIn(root, backup);
  // It may be what the run wrote: that it could not be read a second time says nothing.
  if (now?.kind === 'unreadable') return stuck(file, now.why);
  if (now?.digest !== recovery.now) return newer(runId, file, backup);
  if (image?.kind === 'unreadable') return stuck(file, `its backup ${backup} cannot be read: ${image.why}`);
  if (image?.digest !== recovery.before) return stuck(file, `its backup ${backup} is gone or changed`);
  const temporary = isTemporaryName(recovery.temporary) ? recovery.temporary : temporaryName();
  const result = replaceFile(root, file, now.text, now.bom, image.text, temporary);
  if (result.kind === 'changed') return newer(runId, file, backup);
  if (result.kind !== 'written') return stuck(file, whyNotWritten(result));
  return told(
    'heal/put-back',
    file,
    `Run ${runId} was interrupted before its fixes were verified; this file holds again what it held before.`,
  );
}

function newer(runId: string, file: string, backup: string): Notes {
  const message = `Run ${runId} was interrupted while it healed this file; it was changed since and is left as it is.`;
  return told('heal/newer-work', file, message, `What it held before that run is in ${backup}.`);
}

function told(code: string, file: string, message: string, help: string | null = null): Notes {
  return { findings: [{ code, ruleId: null, file, line: null, message, help }], problems: [] };
}

function stuck(file: string, why: string): Notes {
  return { findings: [], problems: [notDone(file, why)] };
}

/** Only what has a name we give, and the journal says that the run gave it. */
function sweep(root: string, path: string): readonly Problem[] {
  if (!isTemporaryName(path.slice(path.lastIndexOf('/') + 1))) return [];
  const result = removeOwnFile(root, path);
  return result.kind === 'failed' ? [notDone(path, result.error)] : [];
}

/** What was left in the folder of the run, which is nobody else's. */
function sweepFolderOf(root: string, runId: string): readonly Problem[] {
  const folder = `${RUNS_FOLDER}/${runId}`;
  try {
    return walkFiles(join(root, folder)).paths.flatMap((path) => sweep(root, `${folder}/${path}`));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

type Source =
  | { readonly kind: 'text'; readonly text: string; readonly bom: boolean; readonly digest: string }
  /** It may be what the run wrote, or anything else. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Null where there is no such file, or nothing in it that heal could have written. */
function sourceIn(root: string, file: string): Source | null {
  if (refusePath(file) !== null) return null;
  const read = readSource(join(root, file), MAX_SOURCE_BYTES);
  if (read.kind === 'text') return { ...read, digest: contentHash(read.text, read.bom) };
  return read.kind === 'skipped' && read.reason === 'unreadable' ? { kind: 'unreadable', why: read.detail } : null;
}

function failed(problems: readonly Problem[]): Recovery {
  return { findings: [], problems, selection: null };
}

function unreadable(runId: string, file: string, why: string): Problem {
  return incomplete(
    'heal/journal-unreadable',
    file,
    `Heal run ${runId} was interrupted, and its journal cannot be read: ${why}.`,
    `Compare your files with those in ${beforeImagePath(runId, '')}, then remove the journal.`,
  );
}

function notDone(file: string, why: string): Problem {
  return incomplete(
    'heal/not-recovered',
    file,
    `An interrupted heal run could not be brought to its end: ${why}.`,
    'Put that right and run heal again; nothing else was healed.',
  );
}
