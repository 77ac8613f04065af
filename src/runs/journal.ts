/**
 * The journal of a heal run: what it is about to write, line by line, each line on disk before the write it tells of.
 * Whoever finds the journal of a run that did not end can tell from it what to put back and what to keep. What a fix
 * taught is carried as text that only those who save it understand.
 */
import { fieldsOf, isText, isTexts, parseFields } from '../model/fields.js';

export type JournalEntry =
  | {
      readonly kind: 'begin';
      readonly run: string;
      /** `each`: a file is proven before it is written. `together`: all files are, by commands that run on them. */
      readonly proof: 'each' | 'together';
      readonly selection: Selection;
    }
  /** What the fixes of a file teach, should they stay. */
  | { readonly kind: 'lesson'; readonly file: string; readonly lesson: string }
  /** Intent: the file holds `before` and is about to hold `after` (SHA-256 of bytes), through a temporary file beside it. */
  | {
      readonly kind: 'write';
      readonly file: string;
      readonly before: string;
      readonly after: string;
      readonly temporary: string;
    }
  | { readonly kind: 'written'; readonly file: string; readonly after: string }
  /** All that is written stays, and this is what the run taught. */
  | { readonly kind: 'proven'; readonly lesson: string };

export type WriteEntry = Extract<JournalEntry, { readonly kind: 'write' }>;

/** What a run was asked to heal; null and empty lists do not restrict. */
export interface Selection {
  /** Root-relative. */
  readonly paths: readonly string[];
  readonly rules: readonly string[];
  readonly contracts: readonly string[];
  readonly maxIterations: number | null;
  /** Hundredths. */
  readonly minConfidence: number | null;
  /** Whether violations the baseline knows are healed too. */
  readonly includesBaseline: boolean;
}

export type JournalRead =
  | { readonly kind: 'entries'; readonly entries: readonly JournalEntry[] }
  /** A line in the middle makes no sense: nothing that follows can be trusted. */
  | { readonly kind: 'broken'; readonly line: number };

/** One line, without its end. */
export function printEntry(entry: JournalEntry): string {
  return JSON.stringify(entry);
}

/** A last line without its end was being written when the run was killed: what it tells of was not begun. */
export function parseJournal(text: string): JournalRead {
  const lines = text.split('\n').slice(0, -1);
  const entries: JournalEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = parseEntry(line);
    if (entry === null || (entry.kind === 'begin') !== (index === 0)) return { kind: 'broken', line: index + 1 };
    entries.push(entry);
  }
  return { kind: 'entries', entries };
}

function parseEntry(line: string): JournalEntry | null {
  const { kind, run, proof, selection, file, lesson, before, after, temporary } = fieldsOf(parseFields(line));
  switch (kind) {
    case 'begin':
      return isText(run) && isProof(proof) && isSelection(selection) ? { kind, run, proof, selection } : null;
    case 'lesson':
      return isText(file) && isText(lesson) ? { kind, file, lesson } : null;
    case 'write':
      return isText(file) && isText(before) && isText(after) && isText(temporary)
        ? { kind, file, before, after, temporary }
        : null;
    case 'written':
      return isText(file) && isText(after) ? { kind, file, after } : null;
    case 'proven':
      return isText(lesson) ? { kind, lesson } : null;
    default:
      return null;
  }
}

function isProof(value: unknown): value is 'each' | 'together' {
  return value === 'each' || value === 'together';
}

function isSelection(value: unknown): value is Selection {
  const { paths, rules, contracts, maxIterations, minConfidence, includesBaseline } = fieldsOf(value);
  return (
    [paths, rules, contracts].every(isTexts) &&
    [maxIterations, minConfidence].every(isLimit) &&
    typeof includesBaseline === 'boolean'
  );
}

function isLimit(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}
