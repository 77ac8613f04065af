import type { PlannedFile } from '../../heal/ports.js';
import { incomplete, type Problem } from '../../model/problem.js';
import { writeOwnFile } from '../../platform/files/write-file.js';
import { type WriteResult, whyNotWritten } from '../../platform/files/write-result.js';
import { RUNS_FOLDER } from '../../platform/state/lock.js';
import { HEAL_REPORTERS } from '../../reporters/index.js';
import type { HealReport } from '../../reporters/report.js';
import type { Selection } from '../../runs/journal.js';
import { openJournal } from '../../runs/open-journal.js';
import { openJournalPath } from '../../runs/run-files.js';
import { printLesson } from './lesson.js';
import { saveRun, type Taught } from './save-run.js';
import { openSourceWriter } from './source-writer.js';

/** What a heal run leaves under `.specflow/`, and how it writes to sources. A dry run's record writes nothing. */
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

export function openRunRecord(root: string, options: RunRecordOptions): RunRecord {
  const { id, day, writes } = options;
  const folder = `${RUNS_FOLDER}/${id}`;
  const proof = options.isVerified ? 'together' : 'each';
  const journal = openJournal(root, { kind: 'begin', run: id, proof, selection: options.selection });
  const sources = openSourceWriter(root, id, journal);
  let isUnsaved = false;
  /** Whether something is left that the next run has to see to. */
  const isLeft = (): boolean => isUnsaved || sources.isLeft();

  return {
    id,
    announce(planned) {
      if (options.barred !== null) return;
      // What commands have yet to say is no lesson.
      for (const { file, evidence, reviews } of options.isVerified ? [] : planned) {
        if (evidence.length + reviews.length === 0) continue;
        journal.note({ kind: 'lesson', file, lesson: printLesson({ day, evidence, reviews, learnt: [] }) }, false);
      }
      sources.announce(planned);
    },
    write(path, expected, bom, next) {
      if (options.barred !== null) return { kind: 'failed', error: options.barred };
      return sources.write({ file: path, bom, before: expected, after: next });
    },
    save(answer) {
      if (!writes) return [];
      const { evidence, reviews, learnt } = answer;
      if (journal.isBegun() && !isLeft()) {
        journal.note({ kind: 'proven', lesson: printLesson({ day, evidence, reviews, learnt }) }, true);
      }
      const problems = saveRun(root, answer, { day, run: id });
      if (problems.length > 0) isUnsaved = true;
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
    end: () => (isLeft() ? [] : unwritten(openJournalPath(id), journal.end())),
  };
}

function unwritten(file: string, result: WriteResult): readonly Problem[] {
  if (result.kind === 'written') return [];
  return [
    incomplete(
      'heal/not-saved',
      file,
      `This record of the run could not be written: ${whyNotWritten(result)}.`,
      'Make it writable. What was healed stays healed.',
    ),
  ];
}
