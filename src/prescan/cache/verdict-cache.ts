// What judging files gave, by what tells a changed file from an unchanged one. Kept under `.specflow/cache/`, good for
// exactly these rules and this program, and only ever a copy: whatever is doubtful about it counts as nothing kept.
import type { InspectedText } from '../../engine/inspection/inspection.js';
import type { Verdicts } from '../../engine/inspection/verdicts.js';
import type { Rule } from '../../model/contract.js';
import type { FileStamp } from '../../platform/files/source-tree.js';
import { isSettled } from '../stamps/is-settled.js';
import { keepSealed, readSealed } from './sealed-cache.js';
import { parseVerdict, printVerdict } from './verdict-text.js';

export interface VerdictRequest {
  readonly root: string;
  /** Changes with everything but the files that decides what is seen. */
  readonly key: string;
  readonly rules: readonly Rule[];
  /** From before a file was looked at in this run; null where nobody looked. Asked in rising order of paths. */
  readonly stampOf: (path: string) => FileStamp | null;
  /** Milliseconds since 1970, before the first file is looked at. */
  readonly now: number;
}

export interface VerdictCache extends Verdicts {
  /** Keeps what this run was told, and forgets all that it did not ask about. */
  save(): void;
}

/** Beside the match sets, without which it is of no use. */
const NAME = 'match-sets-judged.txt';
const MAX_BYTES = 256 * 1024 * 1024;
/** For fewer files all is not written anew: to judge them again next time takes less time than that. */
const WORTH_KEEPING = 16;
/** What quotes more of a file, as where lines are very long, is quicker judged again. UTF-16 units. */
const MAX_QUOTED = 64 * 1024;

export function openVerdictCache({ root, key, rules, stampOf, now }: VerdictRequest): VerdictCache {
  let known: SortedLines | null = null;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  /** Before any of them was read. */
  const stamps = new Map<string, FileStamp>();
  const lines: string[] = [];
  let added = 0;

  return {
    recall(file) {
      const then = stampOf(file);
      if (then === null || /[\n\t]/.test(file)) return null;
      stamps.set(file, then);
      // Only once it is needed: most are asked of nobody.
      known ??= new SortedLines(readSealed(root, NAME, MAX_BYTES, key)?.toString() ?? '');
      const start = startOf(file, then);
      const line = known.find(file);
      const verdict = line?.startsWith(start) ? parseVerdict(line.slice(start.length), file, byId) : null;
      if (line && verdict) {
        lines.push(line);
        stamps.delete(file);
      }
      return verdict;
    },
    keep(file, seen) {
      const then = stamps.get(file);
      if (then === undefined || !isSettled(Math.max(then.mtimeMs, then.ctimeMs), now) || !isWhole(seen)) return;
      if (quotedBy(seen) > MAX_QUOTED) return;
      added++;
      lines.push(startOf(file, then) + printVerdict(seen));
    },
    save() {
      const before = known?.count ?? 0;
      const forgotten = before - (lines.length - added);
      if (before > 0 ? added + forgotten < WORTH_KEEPING : added === 0) return;
      keepSealed(root, NAME, key, [lines.sort(byPath).join('\n')]);
    },
  };
}

function startOf(file: string, { size, mtimeMs, ctimeMs, ino, dev, mode }: FileStamp): string {
  return `${file}\t${[size, mtimeMs, ctimeMs, ino, dev, mode].join(' ')}\t`;
}

/** What could not be judged may be judged the next time; and what a file satisfies is asked anew each time. */
function isWhole({ problems, undecided, satisfied }: InspectedText): boolean {
  return problems.length + undecided.length + satisfied.length === 0;
}

function quotedBy({ violations }: InspectedText): number {
  let units = 0;
  for (const { place } of violations) for (const line of place?.context.lines ?? []) units += line.length;
  return units;
}

/** Lines that begin with a path and a tab, rising, of which each is looked for once. */
class SortedLines {
  readonly #text: string;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get count(): number {
    if (this.#text === '') return 0;
    let count = 1;
    for (let at = this.#text.indexOf('\n'); at !== -1; at = this.#text.indexOf('\n', at + 1)) count++;
    return count;
  }

  /** @param path not before the one looked for last */
  find(path: string): string | null {
    while (this.#next < this.#text.length) {
      const tab = this.#text.indexOf('\t', this.#next);
      const newline = this.#text.indexOf('\n', this.#next);
      const end = newline === -1 ? this.#text.length : newline;
      const own = this.#text.slice(this.#next, tab);
      if (own > path) return null;
      const line = own === path ? this.#text.slice(this.#next, end) : null;
      this.#next = end + 1;
      if (line !== null) return line;
    }
    return null;
  }
}

function byPath(a: string, b: string): number {
  return a.slice(0, a.indexOf('\t')) < b.slice(0, b.indexOf('\t')) ? -1 : 1;
}
