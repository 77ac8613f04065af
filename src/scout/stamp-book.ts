import type { FileStamp } from '../platform/source-tree.js';
import { StampTable } from './stamp-table.js';

/** The stamps of files by their paths, for those who come after whoever took them. */
export class StampBook {
  #paths: readonly string[] = [];
  #stamps = StampTable.ofFiles(0);
  #next = 0;

  /** @param paths rising, one for each row of the table; that may still be filled */
  open(paths: readonly string[], stamps: StampTable): void {
    this.#paths = paths;
    this.#stamps = stamps;
    this.#next = 0;
  }

  /** Asked in rising order of paths. Null for a file whose stamp nobody took. */
  stampOf(path: string): FileStamp | null {
    while (this.#next < this.#paths.length && (this.#paths[this.#next] ?? '') < path) this.#next++;
    return this.#paths[this.#next] === path ? this.#stamps.stampOf(this.#next) : null;
  }
}
