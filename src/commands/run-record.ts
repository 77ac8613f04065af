import type { HealAnswer } from '../heal/heal.js';
import type { Problem } from '../model/problem.js';
import type { ParsedReviews } from '../pattern-store/parse-reviews.js';
import type { ParsedStore } from '../pattern-store/parse-store.js';
import { PATTERN_FILE, writePatternFile } from '../pattern-store/pattern-file.js';
import { printStore } from '../pattern-store/print-store.js';
import { REVIEW_FILE, writeReviewFile } from '../pattern-store/review-file.js';
import { queueReviews } from '../pattern-store/review-queue.js';
import { withPatterns } from '../pattern-store/store.js';
import { createFile, writeOwnFile } from '../platform/write-file.js';
import { WRITTEN, type WriteResult } from '../platform/write-result.js';
import { HEAL_REPORTERS } from '../reporters/index.js';
import type { HealReport } from '../reporters/report.js';

/** What a heal run leaves under `.specflow/`. A dry run's record writes nothing. */
export interface RunRecord {
  readonly id: string;
  /** Keeps what a file held before the run first replaced it. */
  keepBefore(path: string, text: string, bom: boolean): WriteResult;
  /** Writes what the run taught to the store, and gold fixes to the review queue. */
  save(answer: HealAnswer, store: ParsedStore, reviews: ParsedReviews): readonly Problem[];
  /** Where the report goes; null where none is written. */
  reportFile(isWorthOne: boolean): string | null;
  writeReports(report: HealReport): readonly Problem[];
}

const RUNS = '.specflow/runs';
/** Before-images hold what healing took out, secrets included. */
const OWNER_ONLY = 0o600;

/** Where a run keeps what a file held before it. */
export function beforeImagePath(runId: string, file: string): string {
  return `${RUNS}/${runId}/before/${file}`;
}

export function openRunRecord(root: string, id: string, writes: boolean): RunRecord {
  const folder = `${RUNS}/${id}`;
  const kept = new Set<string>();
  const write = (path: string, text: string, mode?: number): WriteResult => {
    // The folder keeps itself out of git, also where nobody ran `init`.
    createFile(root, `${RUNS}/.gitignore`, '*\n');
    return writeOwnFile(root, path, text, mode);
  };
  return {
    id,
    keepBefore(path, text, bom) {
      if (kept.has(path)) return WRITTEN;
      kept.add(path);
      return write(beforeImagePath(id, path), bom ? `\ufeff${text}` : text, OWNER_ONLY);
    },
    save(answer, store, reviews) {
      if (!writes || store.store === null || reviews.reviews === null) return [];
      const next = withPatterns(store.store, answer.patterns);
      const isTaught = printStore(next) !== printStore(store.store);
      const queue = queueReviews(reviews.reviews, answer.reviews);
      return [
        ...(isTaught ? unsaved(PATTERN_FILE, writePatternFile(root, next)) : []),
        ...(queue.length > reviews.reviews.length ? unsaved(REVIEW_FILE, writeReviewFile(root, queue)) : []),
      ];
    },
    reportFile: (isWorthOne) => (writes && isWorthOne ? `${folder}/report.md` : null),
    writeReports(report) {
      if (report.reportFile === null) return [];
      const style = { color: false, width: 100, quiet: false };
      const { markdown, json } = HEAL_REPORTERS;
      return [
        ...unsaved(report.reportFile, write(report.reportFile, markdown?.render(report, style) ?? '')),
        ...unsaved(`${folder}/report.json`, write(`${folder}/report.json`, json?.render(report, style) ?? '')),
      ];
    },
  };
}

function unsaved(file: string, result: WriteResult): readonly Problem[] {
  if (result.kind === 'written') return [];
  const why = result.kind === 'failed' ? result.error : result.kind === 'refused' ? result.reason : 'it is gone';
  return [
    {
      code: 'heal/not-saved',
      severity: 'incomplete',
      file,
      line: null,
      column: null,
      message: `The sources were healed, but this file could not be written: ${why}.`,
      help: 'Make it writable; what this run learnt is lost, the healed sources are not.',
    },
  ];
}
