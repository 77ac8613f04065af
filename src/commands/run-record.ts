import type { PlannedFile } from '../heal/ports.js';
import { contentHash } from '../model/content-hash.js';
import type { Problem } from '../model/problem.js';
import { RUNS_FOLDER } from '../platform/lock.js';
import { temporaryName } from '../platform/temporary-file.js';
import { replaceFile, writeOwnFile } from '../platform/write-file.js';
import { WRITTEN, type WriteResult, whyNotWritten } from '../platform/write-result.js';
import { HEAL_REPORTERS } from '../reporters/index.js';
import type { HealReport } from '../reporters/report.js';
import type { Selection } from '../runs/journal.js';
import { openJournal } from '../runs/open-journal.js';
import { beforeImagePath, openJournalPath } from '../runs/run-files.js';
import { printLesson } from './lesson.js';
import { saveRun, type Taught } from './save-run.js';

/** What a heal run leaves under `.specflow/`, and the one way it writes to sources. A dry run's record writes nothing. */
export interface RunRecord {
  readonly id: string;
  /** Notes, before anything is written, what the fixes of each file teach. */
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
  /** Whether something is left that the next run has to see to. */
  let isLeft = false;

  const keepBefore = (path: string, text: string, bom: boolean): WriteResult => {
    if (before.has(path)) return WRITTEN;
    const kept = writeOwnFile(root, beforeImagePath(id, path), bom ? `\ufeff${text}` : text, OWNER_ONLY);
    if (kept.kind === 'written') before.set(path, text);
    return kept;
  };

  return {
    id,
    announce(planned) {
      // What commands have yet to say is no lesson.
      if (options.isVerified) return;
      for (const { file, evidence, reviews } of planned) {
        if (evidence.length + reviews.length === 0) continue;
        journal.note({ kind: 'lesson', file, lesson: printLesson({ day, evidence, reviews, learnt: [] }) }, false);
      }
    },
    write(path, expected, bom, next) {
      if (options.barred !== null) return { kind: 'failed', error: options.barred };
      const begun = journal.begin();
      if (begun.kind !== 'written') return begun;
      const kept = keepBefore(path, expected, bom);
      if (kept.kind !== 'written') return kept;
      const isPutBack = next === before.get(path);
      const temporary = temporaryName();
      const [is, willBe] = [contentHash(expected, bom), contentHash(next, bom)];
      const noted = journal.note({ kind: 'write', file: path, before: is, after: willBe, temporary }, true);
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

function unwritten(file: string, result: WriteResult): readonly Problem[] {
  if (result.kind === 'written') return [];
  return [
    {
      code: 'heal/not-saved',
      severity: 'incomplete',
      file,
      line: null,
      column: null,
      message: `The sources were healed, but this file could not be written: ${whyNotWritten(result)}.`,
      help: 'Make it writable. The healed sources stay.',
    },
  ];
}
