import type { JournalEntry, Selection } from './journal.js';

/** What to do about a run that did not end. Whatever it is, a file that holds anything but what the run wrote stays. */
export interface RecoveryPlan {
  readonly files: readonly FileRecovery[];
  /** What the fixes that stay taught, each as the run wrote it down. */
  readonly lessons: readonly string[];
  /** Temporary files it may have left, root-relative. */
  readonly temporaries: readonly string[];
  /** Null where the run was killed before it said what it was asked. */
  readonly selection: Selection | null;
}

export type FileRecovery =
  /** Its fixes were never proven: it is to hold again what it held before, unless it holds something newer by then. */
  | {
      readonly kind: 'restore';
      readonly file: string;
      readonly now: string;
      readonly before: string;
      /** A name the journal knows for a temporary file beside it: whoever is killed while restoring leaves no other. */
      readonly temporary: string;
    }
  /** Its fixes were proven before they were written. */
  | { readonly kind: 'keep'; readonly file: string }
  /** Somebody wrote to it since. */
  | { readonly kind: 'newer'; readonly file: string };

/** SHA-256 of the bytes of a file; null where there is none that could be read. */
export type DigestOf = (file: string) => string | null;

type WriteEntry = Extract<JournalEntry, { readonly kind: 'write' }>;

export function planRecovery(entries: readonly JournalEntry[], digestOf: DigestOf): RecoveryPlan {
  const [begin] = entries;
  const writes = writesByFile(entries);
  const proven = entries.find((entry) => entry.kind === 'proven');
  const isProven = proven !== undefined || (begin?.kind === 'begin' && begin.proof === 'each');
  const completed = new Set(entries.flatMap((entry) => (entry.kind === 'written' ? [keyOf(entry)] : [])));
  const files = [...writes].map(([file, own]) => recoveryOf(file, own, digestOf(file), isProven));
  const stays = new Set(
    files.flatMap(({ kind, file }) => {
      const last = writes.get(file)?.at(-1);
      // Of a file that somebody changed we know that it was healed only where the run said so.
      return kind === 'keep' || (kind === 'newer' && last && completed.has(keyOf(last))) ? [file] : [];
    }),
  );
  const own = entries.flatMap((entry) => (entry.kind === 'lesson' && stays.has(entry.file) ? [entry.lesson] : []));
  return {
    files: files.filter((file) => file.kind !== 'untouched'),
    lessons: proven ? [proven.lesson] : isProven ? own : [],
    temporaries: [...writes.values()].flat().map(({ file, temporary }) => besides(file, temporary)),
    selection: begin?.kind === 'begin' ? begin.selection : null,
  };
}

function recoveryOf(
  file: string,
  writes: readonly WriteEntry[],
  now: string | null,
  isProven: boolean,
): FileRecovery | { readonly kind: 'untouched'; readonly file: string } {
  const { before, temporary } = writes[0] ?? { before: '', temporary: '' };
  if (now === before) return { kind: 'untouched', file };
  if (now === null || !writes.some(({ after }) => after === now)) return { kind: 'newer', file };
  return isProven ? { kind: 'keep', file } : { kind: 'restore', file, now, before, temporary };
}

function writesByFile(entries: readonly JournalEntry[]): ReadonlyMap<string, readonly WriteEntry[]> {
  const writes = new Map<string, WriteEntry[]>();
  for (const entry of entries) {
    if (entry.kind === 'write') writes.set(entry.file, [...(writes.get(entry.file) ?? []), entry]);
  }
  return writes;
}

function keyOf({ file, after }: { readonly file: string; readonly after: string }): string {
  return JSON.stringify([file, after]);
}

function besides(file: string, name: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`;
}
