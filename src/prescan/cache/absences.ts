// Which blobs hold none of the patterns that one file of a scope has to hold. Before each commit the whole scope would
// have to be read for them again, although all but a few blobs are those of the commit before. Kept under
// `.specflow/cache/`; only ever a saving: whatever is doubtful about it counts as nothing known.
import { checkKey } from '../../engine/check-key.js';
import type { Inspect } from '../../engine/inspection/inspection.js';
import { SILENCE } from '../../engine/inspection/silence.js';
import { requiresAny } from '../../engine/requires-any.js';
import type { Rule } from '../../model/contract.js';
import { keepSealed, readSealed } from './sealed-cache.js';

export interface AbsenceMemory {
  /** Answers for files that are known to hold nothing of what is asked, and notes what is learnt of the others. */
  remember(look: Inspect): Inspect;
  /** Whether nothing was noted of a file that would spare reading it. */
  isNew(path: string): boolean;
  /**
   * Leaves to the next run what is known of these files, where that is much more than before.
   * @param files all there are, in the order they are looked at
   */
  keep(files: readonly string[]): void;
}

export interface AbsenceRequest {
  readonly root: string;
  /** Changes with everything but blobs and rules that decides what is found in a text. */
  readonly key: string;
  readonly rules: readonly Rule[];
  /** Names the content of a file. */
  readonly blobOf: (path: string) => string | null;
}

const NAME = 'absences.txt';
const MAX_BYTES = 64 * 1024 * 1024;
/** For fewer new blobs the file is not written anew: to read them again next time takes less time than that. */
const WORTH_KEEPING = 32;
/** Checks are named by bits. */
const MOST_CHECKS = 30;

export function openAbsences({ root, key, rules, blobOf }: AbsenceRequest): AbsenceMemory {
  const bits = bitsOf(rules);
  const head = `${key} ${JSON.stringify([...bits.keys()].map((name) => [name, writtenOf(rules, name)]))}`;
  const known = new Ledger(readSealed(root, NAME, MAX_BYTES, head)?.toString() ?? '');
  const learnt = new Map<string, number>();

  /** What is asked; null where that is more than such patterns. */
  const askedOf: (...asked: Parameters<Inspect>) => number | null = (_, asked, wants) => {
    let mask = 0;
    for (const rule of asked) {
      for (const check of rule.checks) {
        if (!wants(rule, check)) continue;
        const bit = requiresAny(check) ? bits.get(checkKey(rule, check)) : undefined;
        if (bit === undefined) return null;
        mask |= bit;
      }
    }
    return mask;
  };

  return {
    remember: (look) => (path, asked, wants) => {
      const mask = askedOf(path, asked, wants);
      const blob = mask === null ? null : blobOf(path);
      if (mask === null || blob === null) return look(path, asked, wants);
      const before = known.absentIn(blob);
      if ((mask & ~before) === 0) return SILENCE;
      const seen = look(path, asked, wants);
      if (seen.kind === 'text' && seen.undecided.length + seen.problems.length === 0) {
        const found = seen.satisfied.reduce((found, name) => found | (bits.get(name) ?? 0), 0);
        learnt.set(blob, (mask | before) & ~found);
      }
      return seen;
    },
    isNew: (path) => known.absentIn(blobOf(path) ?? '') === 0,
    keep(files) {
      if (learnt.size < WORTH_KEEPING) return;
      const now = new Map([...known.all(), ...learnt]);
      const lines: string[] = [];
      for (const path of files) {
        const blob = blobOf(path);
        const absent = blob === null ? undefined : now.get(blob);
        if (blob !== null && absent !== undefined) lines.push(`${blob} ${absent.toString(32).padStart(6, '0')}`);
      }
      keepSealed(root, NAME, head, [lines.join('\n')]);
    },
  };
}

/** A bit for each pattern that one file has to hold, by the key of its check. */
function bitsOf(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const keys = rules.flatMap((rule) => rule.checks.filter(requiresAny).map((check) => checkKey(rule, check)));
  return new Map(keys.slice(0, MOST_CHECKS).map((name, at) => [name, 1 << at]));
}

/** All that decides what the check finds in a text. */
function writtenOf(rules: readonly Rule[], name: string): unknown {
  return rules.flatMap((rule) =>
    rule.checks
      .filter((check) => checkKey(rule, check) === name)
      .map((check) => ({
        ...check,
        declaredAt: null,
        autoFix: null,
        regex: 'pattern' in check ? String(check.pattern.regex) : '',
      })),
  );
}

/** Lines of one width, in the order files were looked at last time, which is mostly that of this time. */
class Ledger {
  readonly #lines: string;
  readonly #width: number;
  #next = 0;

  constructor(lines: string) {
    this.#lines = lines;
    this.#width = lines.indexOf('\n') === -1 ? lines.length + 1 : lines.indexOf('\n') + 1;
  }

  absentIn(blob: string): number {
    if (blob === '' || this.#lines === '') return 0;
    const at = this.#lines.startsWith(blob, this.#next) ? this.#next : this.#find(blob);
    if (at === -1) return 0;
    this.#next = at + this.#width;
    return this.#absentAt(at, blob.length);
  }

  /** Everything that is known, by blob. */
  all(): readonly (readonly [string, number])[] {
    return this.#lines === ''
      ? []
      : this.#lines.split('\n').map((line, place) => {
          const blob = line.slice(0, line.indexOf(' '));
          return [blob, this.#absentAt(place * this.#width, blob.length)] as const;
        });
  }

  #absentAt(at: number, idLength: number): number {
    return Number.parseInt(this.#lines.slice(at + idLength + 1, at + this.#width - 1), 32);
  }

  #find(blob: string): number {
    const near = this.#lines.indexOf(blob, this.#next);
    const at = near === -1 ? this.#lines.indexOf(blob) : near;
    return at !== -1 && at % this.#width === 0 ? at : -1;
  }
}
