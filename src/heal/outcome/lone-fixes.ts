import { type Edit, inOrder } from '../../model/edit.js';
import type { Violation } from '../../model/violation.js';
import type { FileDraft } from '../heal-file.js';

/** A fix that every gate agreed to, as it is made on the file that was read, whatever else is mended. */
export interface LoneFix {
  readonly file: string;
  /** `pattern:<id>`, `auto_fix` or `example`. */
  readonly source: string;
  /** Sorted, disjoint, in offsets of the text that was read. */
  readonly edits: readonly Edit[];
  readonly violations: readonly Violation[];
}

/** Those fixes of the drafts that do not stand on another one. */
export function loneFixes(drafts: readonly FileDraft[]): readonly LoneFix[] {
  return drafts.flatMap(({ path, fixes }) =>
    fixes.flatMap(({ alone, candidate, violations }) => {
      if (alone === null || alone.length === 0) return [];
      return [{ file: path, source: candidate.source, edits: inOrder(alone), violations }];
    }),
  );
}
