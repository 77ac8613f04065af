import { compareText } from '../model/compare-text.js';

interface Note {
  readonly file: string | null;
  readonly line: number | null;
  readonly column?: number | null;
  readonly code: string;
  readonly message: string;
}

/** The order of problems and of findings: those without a file first, then file, line, column, code, message. */
export function compareNotes(a: Note, b: Note): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
