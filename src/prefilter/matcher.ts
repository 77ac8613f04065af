/** Finds the windows of a plan in a file, in one pass. */
export interface Matcher {
  /**
   * @param bytes of a whole file
   * @returns the hits by where they end; null where there are more than anybody wants to go through
   */
  scan(bytes: Uint8Array): Hits | null;
}

/** Good until the next scan. */
export interface Hits {
  readonly count: number;
  /** Indexes into the windows of the plan. */
  readonly windows: Uint16Array;
  /** Where each hit ends, in bytes. The ends of one pattern's hits may be out of order by less than a window. */
  readonly ends: Uint32Array;
}

/** More hits in a file than this are not worth going through one by one. */
export const MAX_HITS = 16_384;
