import { basename, resolve } from 'node:path';
import { mergeFindingTexts } from '../../findings/merge-findings.js';
import { usageError } from '../../model/problem.js';
import { sanitize } from '../../model/sanitize.js';
import { withEvidence } from '../../pattern-store/evidence/evidence-file.js';
import { type EvidenceLine, inEvidenceOrder } from '../../pattern-store/evidence/evidence-line.js';
import { parseEvidence } from '../../pattern-store/evidence/parse-evidence.js';
import { parseStore } from '../../pattern-store/format/parse-store.js';
import { printStore } from '../../pattern-store/format/print-store.js';
import { mergeStoreFiles } from '../../pattern-store/merge-store-files.js';
import { parseReviews, printReviews } from '../../pattern-store/reviews/parse-reviews.js';
import { mergeReviews, type Review } from '../../pattern-store/reviews/review-queue.js';
import { EMPTY_STORE, type PatternStore } from '../../pattern-store/store.js';
import { readText } from '../../platform/files/read-text.js';
import { writeOwnFile } from '../../platform/files/write-file.js';
import { reportProblem } from '../output/report-problem.js';
import { requireWritten } from '../output/require-written.js';
import type { Session } from '../workspace/session.js';

const MAX_BYTES = 64 * 1024 * 1024;

/** A merged text, and what a person has to look at; null where one of the sides cannot be read. */
interface Merged {
  readonly text: string;
  readonly conflicts: readonly string[];
}

/**
 * A merge driver for git: merges two versions of a store, of evidence, of the review queue or of a finding into the file of ours. Exits
 * with 1 where both sides changed the same thing in different ways; the file then holds ours of it.
 */
export function patternsMerge(files: readonly [string, string, string], session: Session): void {
  const [base, ours, theirs] = files.map((file) => readVersion(resolve(session.cwd, file), file));
  if (base === undefined || ours === undefined || theirs === undefined) throw new Error('three versions are read');
  const merged = mergeTexts([base, ours, theirs], files[1], session);
  if (merged === null) {
    session.conclude(2);
    return;
  }
  const target = resolve(session.cwd, files[1]);
  const name = basename(target);
  if (merged.text !== ours) requireWritten(name, writeOwnFile(target.slice(0, -name.length - 1), name, merged.text));
  for (const conflict of merged.conflicts) session.terminal.err(`${sanitize(`conflict in ${conflict}`)}.\n`);
  session.conclude(merged.conflicts.length > 0 ? 1 : 0);
}

function readVersion(path: string, name: string): string {
  const read = readText(path, MAX_BYTES);
  if (read.kind === 'text') return read.text;
  throw usageError('usage/merge', `${name} cannot be read: ${read.detail}.`, 'Give the three files git hands over.');
}

/** What kind of file it is shows in its first characters; git hands over an empty base where both sides made the file. */
function mergeTexts(texts: readonly [string, string, string], name: string, session: Session): Merged | null {
  const [, ours, theirs] = texts;
  const sample = [ours, theirs].find((text) => text.trim() !== '') ?? '';
  if (/^\s*\{"id":/.test(sample)) return mergeEvidence(texts, name, session);
  if (/"finding_version"\s*:/.test(sample)) return mergeFindingTexts(texts);
  if (/"reviews"\s*:/.test(sample)) return mergeQueues(texts, name, session);
  const stores = texts.map((text): PatternStore | null => {
    if (text.trim() === '') return EMPTY_STORE;
    const { store, problems } = parseStore(name, text);
    for (const problem of problems) if (problem.severity === 'invalid') reportProblem(problem, session);
    return store;
  });
  const [base, mine, other] = stores;
  if (!base || !mine || !other) return null;
  const { store, conflicts } = mergeStoreFiles(base, mine, other);
  return { text: printStore(store), conflicts };
}

/** The lines of both sides; of what only one side took away nothing is missing, for evidence only grows. */
function mergeEvidence(
  [base, ours, theirs]: readonly [string, string, string],
  name: string,
  session: Session,
): Merged | null {
  const sides: (readonly EvidenceLine[])[] = [];
  for (const text of [base, ours, theirs]) {
    const { lines, problems } = parseEvidence(name, text);
    for (const problem of problems) reportProblem(problem, session);
    if (lines === null) return null;
    sides.push(lines);
  }
  return { text: withEvidence('', inEvidenceOrder(sides.flat())), conflicts: [] };
}

/** A fix waits for review where one side queued it and neither decided about it. */
function mergeQueues(texts: readonly [string, string, string], name: string, session: Session): Merged | null {
  const sides: (readonly Review[])[] = [];
  for (const text of texts) {
    const { reviews, problems } = text.trim() === '' ? { reviews: [], problems: [] } : parseReviews(name, text);
    for (const problem of problems) reportProblem(problem, session);
    if (reviews === null) return null;
    sides.push(reviews);
  }
  const [base = [], ours = [], theirs = []] = sides;
  return { text: printReviews(mergeReviews(base, ours, theirs)), conflicts: [] };
}
