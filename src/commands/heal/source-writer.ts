import type { PlannedFile } from '../../heal/ports.js';
import { contentHash } from '../../model/content-hash.js';
import { replaceFile, writeOwnFiles } from '../../platform/files/write-file.js';
import { WRITTEN, type WriteResult } from '../../platform/files/write-result.js';
import { temporaryName } from '../../platform/scratch/temporary-file.js';
import type { WriteEntry } from '../../runs/journal.js';
import type { Journal } from '../../runs/open-journal.js';
import { beforeImagePath } from '../../runs/run-files.js';

type SourceFile = Pick<PlannedFile, 'file' | 'bom' | 'before'>;
type SourceChange = Pick<PlannedFile, 'file' | 'bom' | 'before' | 'after'>;

/** The one way a heal run writes to sources: first what a file held is kept, then the journal knows, then it is replaced. */
export interface SourceWriter {
  /**
   * Keeps and notes many files at once, so that all wait for the disk together; what this could not do for a file,
   * `write` does.
   */
  announce(planned: readonly SourceChange[]): void;
  write(change: SourceChange): WriteResult;
  /** Whether a file could not be put back, so that the next run has to see to it. */
  isLeft(): boolean;
}

/** Before-images hold what healing took out, secrets included. */
const OWNER_ONLY = 0o600;

export function openSourceWriter(root: string, runId: string, journal: Journal): SourceWriter {
  /** What each file held before the run, by path. */
  const before = new Map<string, string>();
  /** The name of a temporary file beside it that the journal knows, by path. */
  const noticed = new Map<string, string>();
  /** What `announce` told the journal of, by path, until it is written. */
  const announced = new Map<string, WriteEntry>();
  let isLeft = false;

  const keepBefore = (files: readonly SourceFile[]): WriteResult => {
    const begun = journal.begin();
    if (begun.kind !== 'written') return begun;
    const images = files.flatMap(({ file, bom, before: text }) => {
      if (before.has(file)) return [];
      return { path: beforeImagePath(runId, file), text: bom ? `\ufeff${text}` : text };
    });
    const kept = writeOwnFiles(root, images, OWNER_ONLY);
    if (kept.kind === 'written') for (const each of files) before.set(each.file, before.get(each.file) ?? each.before);
    return kept;
  };

  const noteWrites = (entries: readonly WriteEntry[]): WriteResult => {
    for (const entry of entries) {
      const noted = journal.note(entry, entry === entries.at(-1));
      if (noted.kind !== 'written') return noted;
    }
    return WRITTEN;
  };

  /** What was announced of this very write, which is then taken for done. */
  const takeAnnounced = ({ file, before: is, after }: WriteEntry): WriteEntry | null => {
    const known = announced.get(file);
    announced.delete(file);
    return known?.before === is && known.after === after ? known : null;
  };

  return {
    announce(planned) {
      if (keepBefore(planned).kind !== 'written') return;
      const entries = planned.map(writeEntry);
      if (noteWrites(entries).kind !== 'written') return;
      for (const entry of entries) announced.set(entry.file, entry);
    },
    write(change) {
      const { file, bom, before: expected, after: next } = change;
      const kept = keepBefore([change]);
      if (kept.kind !== 'written') return kept;
      const isPutBack = next === before.get(file);
      const fresh = writeEntry(change);
      const known = takeAnnounced(fresh);
      const { temporary, after: willBe } = known ?? fresh;
      const noted = known ? WRITTEN : noteWrites([fresh]);
      const isNoted = noted.kind === 'written';
      // What is put back is known to the journal already: no full disk may stand in its way.
      if (!isNoted && !isPutBack) return noted;
      const name = isNoted ? temporary : (noticed.get(file) ?? temporary);
      noticed.set(file, name);
      const result = replaceFile(root, file, expected, bom, next, name);
      if (result.kind === 'written') journal.note({ kind: 'written', file, after: willBe }, false);
      // The file may have its new name while the folder was not synced: what is reported as not written must not be there.
      else if (result.kind === 'failed' && !isPutBack) replaceFile(root, file, next, bom, expected, name);
      if (isPutBack && result.kind !== 'written') isLeft = true;
      return result;
    },
    isLeft: () => isLeft,
  };
}

function writeEntry({ file, bom, before, after }: SourceChange): WriteEntry {
  const [is, willBe] = [contentHash(before, bom), contentHash(after, bom)];
  return { kind: 'write', file, before: is, after: willBe, temporary: temporaryName() };
}
