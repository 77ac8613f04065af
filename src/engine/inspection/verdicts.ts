import type { InspectedText } from './inspection.js';

/** What judging a file gave in an earlier run, by the same rules. */
export interface Verdicts {
  /** Null where it is not known, or the file may have changed. Asked at most once a file, in the order of the files. */
  recall(file: string): InspectedText | null;
  /** Told what was seen of a file that was not known. */
  keep(file: string, seen: InspectedText): void;
}
