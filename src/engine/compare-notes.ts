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
    compare(a.file ?? '', b.file ?? '') ||
    compare(a.line ?? 0, b.line ?? 0) ||
    compare(a.column ?? 0, b.column ?? 0) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
