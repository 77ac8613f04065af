import type { FileStamp } from '../../platform/files/source-tree.js';
import { placesIn } from './places-in.js';
import { StampTable } from './stamp-table.js';

/** The stamps of files by their paths, for those who come after whoever took them. */
export class StampBook {
  #placeOf = placesIn([]);
  #stamps = StampTable.ofFiles(0);

  /** @param paths rising, one for each row of the table; that may still be filled */
  open(paths: readonly string[], stamps: StampTable): void {
    this.#placeOf = placesIn(paths);
    this.#stamps = stamps;
  }

  /** Asked in rising order of paths. Null for a file whose stamp nobody took. */
  stampOf(path: string): FileStamp | null {
    const place = this.#placeOf(path);
    return place === null ? null : this.#stamps.stampOf(place);
  }
}
