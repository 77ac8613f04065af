import type { JournalEntry, Selection, WriteEntry } from './journal.js';

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

/** What a run wrote to one file, first to last. */
type Writes = readonly [WriteEntry, ...WriteEntry[]];

export function planRecovery(entries: readonly JournalEntry[], digestOf: DigestOf): RecoveryPlan {
  const [begin] = entries;
  const proven = entries.find((entry) => entry.kind === 'proven');
  const isProven = proven !== undefined || (begin?.kind === 'begin' && begin.proof === 'each');
  const noted = new Set(entries.filter((entry) => entry.kind === 'written').map(keyOf));
  const written = [...writesByFile(entries)].map(([file, writes]) => {
    const recovery = recoveryOf(file, writes, digestOf(file), isProven);
    // Of a file that somebody changed we know that it was healed only where the run said so.
    const isHealed =
      recovery?.kind === 'keep' || (recovery?.kind === 'newer' && writes.every((each) => noted.has(keyOf(each))));
    return { file, writes, recovery, isHealed };
  });
  const healed = new Set(written.filter(({ isHealed }) => isHealed).map(({ file }) => file));
  const lessons = entries.filter((entry) => entry.kind === 'lesson').filter(({ file }) => healed.has(file));
  return {
    files: written.flatMap(({ recovery }) => recovery ?? []),
    lessons: (proven ? [proven] : isProven ? lessons : []).map(({ lesson }) => lesson),
    temporaries: written.flatMap(({ file, writes }) => writes.map(({ temporary }) => besides(file, temporary))),
    selection: begin?.kind === 'begin' ? begin.selection : null,
  };
}

/** Null where there is nothing to do: it holds what it held before the run. */
function recoveryOf(file: string, writes: Writes, now: string | null, isProven: boolean): FileRecovery | null {
  const [{ before, temporary }] = writes;
  if (now === before) return null;
  const found = writes.find(({ after }) => after === now);
  if (found === undefined) return { kind: 'newer', file };
  return isProven ? { kind: 'keep', file } : { kind: 'restore', file, now: found.after, before, temporary };
}

function writesByFile(entries: readonly JournalEntry[]): ReadonlyMap<string, Writes> {
  const writes = new Map<string, [WriteEntry, ...WriteEntry[]]>();
  for (const entry of entries) {
    if (entry.kind !== 'write') continue;
    const own = writes.get(entry.file);
    if (own) own.push(entry);
    else writes.set(entry.file, [entry]);
  }
  return writes;
}

function keyOf({ file, after }: { readonly file: string; readonly after: string }): string {
  return JSON.stringify([file, after]);
}

function besides(file: string, name: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`;
}
