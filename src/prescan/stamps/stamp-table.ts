import type { FileStamp } from '../../platform/files/source-tree.js';
import { isSettled } from './is-settled.js';

const NUMBERS = 6;

/** What `StampTable` needs for so many files. */
export function stampNumbers(files: number): number {
  return NUMBERS * files;
}

/** Stamps of many files in rows of numbers: an object for each would weigh more than all else that is known of them. */
export class StampTable {
  /** A row of zeros stands for none: every file has a mode. */
  readonly numbers: Float64Array;

  constructor(numbers: Float64Array) {
    this.numbers = numbers;
  }

  static ofFiles(files: number): StampTable {
    return new StampTable(new Float64Array(stampNumbers(files)));
  }

  put(row: number, { size, mtimeMs, ctimeMs, ino, dev, mode }: FileStamp): void {
    const { numbers } = this;
    const at = row * NUMBERS;
    numbers[at] = size;
    numbers[at + 1] = mtimeMs;
    numbers[at + 2] = ctimeMs;
    numbers[at + 3] = ino;
    numbers[at + 4] = dev;
    numbers[at + 5] = mode;
  }

  copy(row: number, from: StampTable, fromRow: number): void {
    for (let at = 0; at < NUMBERS; at++) {
      this.numbers[row * NUMBERS + at] = from.numbers[fromRow * NUMBERS + at] ?? 0;
    }
  }

  isSame(row: number, other: StampTable, otherRow: number): boolean {
    for (let at = 0; at < NUMBERS; at++) {
      if (this.numbers[row * NUMBERS + at] !== other.numbers[otherRow * NUMBERS + at]) return false;
    }
    return true;
  }

  /** These rows alone, in this order. */
  only(rows: readonly number[]): StampTable {
    const table = StampTable.ofFiles(rows.length);
    rows.forEach((row, at) => {
      table.copy(at, this, row);
    });
    return table;
  }

  /** Null where there is none. */
  stampOf(row: number): FileStamp | null {
    const at = row * NUMBERS;
    const [size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0, dev = 0, mode = 0] = this.numbers.subarray(at, at + NUMBERS);
    return mode === 0 ? null : { size, mtimeMs, ctimeMs, ino, dev, mode };
  }

  /**
   * Whether the file cannot have changed since and kept its stamp; false where there is none.
   * @param now as for `isSettled`
   */
  isSettled(row: number, now: number): boolean {
    const { numbers } = this;
    const at = row * NUMBERS;
    return numbers[at + 5] !== 0 && isSettled(Math.max(numbers[at + 1] ?? 0, numbers[at + 2] ?? 0), now);
  }
}
