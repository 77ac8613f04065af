import type { PlannedFile } from '../../heal/ports.js';
import { contentHash } from '../../model/content-hash.js';
import type { Problem } from '../../model/problem.js';
import { RUNS_FOLDER } from '../../platform/lock.js';
import { temporaryName } from '../../platform/temporary-file.js';
import { replaceFile, writeOwnFile, writeOwnFiles } from '../../platform/write-file.js';
import { WRITTEN, type WriteResult, whyNotWritten } from '../../platform/write-result.js';
import { HEAL_REPORTERS } from '../../reporters/index.js';
import type { HealReport } from '../../reporters/report.js';
import type { Selection, WriteEntry } from '../../runs/journal.js';
import { openJournal } from '../../runs/open-journal.js';
import { beforeImagePath, openJournalPath } from '../../runs/run-files.js';
import { printLesson } from './lesson.js';
import { saveRun, type Taught } from './save-run.js';

/** What a heal run leaves under `.specflow/`, and the one way it writes to sources. A dry run's record writes nothing. */
export interface RunRecord {
  readonly id: string;
  /**
   * Notes, before anything is written, what is going to be and what the fixes of each file teach. All files wait for the
   * disk together here; what this could not do for a file, `write` does.
   */
  announce(planned: readonly PlannedFile[]): void;
  /** Replaces a source file, once the journal knows of it and what the file held is kept. */
  write(path: string, expected: string, bom: boolean, next: string): WriteResult;
  /** Writes what the run taught to the store, and gold fixes to the review queue. */
  save(answer: Taught): readonly Problem[];
  /** Where the report goes; null where none is written. */
  reportFile(isWorthOne: boolean): string | null;
  writeReports(report: HealReport): readonly Problem[];
  /** Ends the run: nobody has to recover anything of it, unless something could not be put back or saved. */
  end(): readonly Problem[];
}

export interface RunRecordOptions {
  readonly id: string;
  /** ISO date. */
  readonly day: string;
  readonly writes: boolean;
  /** Why nothing may be written, a clause; null where it may. */
  readonly barred: string | null;
  /** Whether fixes are proven by commands that run on all written files. */
  readonly isVerified: boolean;
  readonly selection: Selection;
}

/** Before-images hold what healing took out, secrets included. */
const OWNER_ONLY = 0o600;

export function openRunRecord(root: string, options: RunRecordOptions): RunRecord {
  const { id, day, writes } = options;
  const folder = `${RUNS_FOLDER}/${id}`;
  const proof = options.isVerified ? 'together' : 'each';
  const journal = openJournal(root, { kind: 'begin', run: id, proof, selection: options.selection });
  /** What each file held before the run, by path. */
  const before = new Map<string, string>();
  /** The name of a temporary file beside it that the journal knows, by path. */
  const noticed = new Map<string, string>();
  /** What `announce` told the journal of, by path, until it is written. */
  const announced = new Map<string, WriteEntry>();
  /** Whether something is left that the next run has to see to. */
  let isLeft = false;

  const keepBefore = (files: readonly Pick<PlannedFile, 'file' | 'bom' | 'before'>[]): WriteResult => {
    const begun = journal.begin();
    if (begun.kind !== 'written') return begun;
    const images = files.flatMap(({ file, bom, before: text }) => {
      if (before.has(file)) return [];
      return { path: beforeImagePath(id, file), text: bom ? `\ufeff${text}` : text };
    });
    const kept = writeOwnFiles(root, images, OWNER_ONLY);
    if (kept.kind === 'written') for (const each of files) before.set(each.file, before.get(each.file) ?? each.before);
    return kept;
  };

  /** What was announced of this very write, which is then taken for done. */
  const takeAnnounced = ({ file, before: is, after }: WriteEntry): WriteEntry | null => {
    const known = announced.get(file);
    announced.delete(file);
    return known?.before === is && known.after === after ? known : null;
  };

  const noteWrites = (entries: readonly WriteEntry[]): WriteResult => {
    for (const entry of entries) {
      const noted = journal.note(entry, entry === entries.at(-1));
      if (noted.kind !== 'written') return noted;
    }
    return WRITTEN;
  };

  return {
    id,
    announce(planned) {
      if (options.barred !== null) return;
      // What commands have yet to say is no lesson.
      for (const { file, evidence, reviews } of options.isVerified ? [] : planned) {
        if (evidence.length + reviews.length === 0) continue;
        journal.note({ kind: 'lesson', file, lesson: printLesson({ day, evidence, reviews, learnt: [] }) }, false);
      }
      if (keepBefore(planned).kind !== 'written') return;
      const entries = planned.map(writeEntry);
      if (noteWrites(entries).kind !== 'written') return;
      for (const entry of entries) announced.set(entry.file, entry);
    },
    write(path, expected, bom, next) {
      if (options.barred !== null) return { kind: 'failed', error: options.barred };
      const planned = { file: path, bom, before: expected, after: next };
      const kept = keepBefore([planned]);
      if (kept.kind !== 'written') return kept;
      const isPutBack = next === before.get(path);
      const fresh = writeEntry(planned);
      const known = takeAnnounced(fresh);
      const { temporary, after: willBe } = known ?? fresh;
      const noted = known ? WRITTEN : noteWrites([fresh]);
      const isNoted = noted.kind === 'written';
      // What is put back is known to the journal already: no full disk may stand in its way.
      if (!isNoted && !isPutBack) return noted;
      const name = isNoted ? temporary : (noticed.get(path) ?? temporary);
      noticed.set(path, name);
      const result = replaceFile(root, path, expected, bom, next, name);
      if (result.kind === 'written') journal.note({ kind: 'written', file: path, after: willBe }, false);
      // The file may have its new name while the folder was not synced: what is reported as not written must not be there.
      else if (result.kind === 'failed' && !isPutBack) replaceFile(root, path, next, bom, expected, name);
      if (isPutBack && result.kind !== 'written') isLeft = true;
      return result;
    },
    save(answer) {
      if (!writes) return [];
      const { evidence, reviews, learnt } = answer;
      if (journal.isBegun() && !isLeft) {
        journal.note({ kind: 'proven', lesson: printLesson({ day, evidence, reviews, learnt }) }, true);
      }
      const problems = saveRun(root, answer, { day, run: id });
      if (problems.length > 0) isLeft = true;
      return problems;
    },
    reportFile: (isWorthOne) => (writes && isWorthOne ? `${folder}/report.md` : null),
    writeReports(report) {
      if (report.reportFile === null) return [];
      // Also of a run that wrote to no source: whoever finds the journal tidies up after it.
      journal.begin();
      const style = { color: false, width: 100, quiet: false };
      const { markdown, json } = HEAL_REPORTERS;
      const [asText, asJson] = [markdown?.render(report, style) ?? '', json?.render(report, style) ?? ''];
      return [
        ...unwritten(report.reportFile, writeOwnFile(root, report.reportFile, asText)),
        ...unwritten(`${folder}/report.json`, writeOwnFile(root, `${folder}/report.json`, asJson)),
      ];
    },
    end: () => (isLeft ? [] : unwritten(openJournalPath(id), journal.end())),
  };
}

function writeEntry({ file, bom, before, after }: Omit<PlannedFile, 'evidence' | 'reviews'>): WriteEntry {
  const [is, willBe] = [contentHash(before, bom), contentHash(after, bom)];
  return { kind: 'write', file, before: is, after: willBe, temporary: temporaryName() };
}

function unwritten(file: string, result: WriteResult): readonly Problem[] {
  if (result.kind === 'written') return [];
  return [
    {
      code: 'heal/not-saved',
      severity: 'incomplete',
      file,
      line: null,
      column: null,
      message: `This record of the run could not be written: ${whyNotWritten(result)}.`,
      help: 'Make it writable. What was healed stays healed.',
    },
  ];
}
