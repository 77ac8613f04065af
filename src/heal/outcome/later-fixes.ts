import type { Edit } from '../../model/edit.js';
import type { FileDraft } from '../heal-file.js';
import type { Member } from '../site/site.js';

/** A fix that was made for a text that others had mended before. */
export interface LaterFix {
  readonly file: string;
  /** `pattern:<id>`, `auto_fix`, `example` or `agent`. */
  readonly source: string;
  /** The text it was made for. */
  readonly before: string;
  /** In offsets of `before`. */
  readonly edits: readonly Edit[];
  /** Where they stand in `before`. */
  readonly members: readonly Member[];
}

/** Those fixes of the drafts that stand on other ones. */
export function laterFixes(drafts: readonly FileDraft[]): readonly LaterFix[] {
  return drafts.flatMap(({ path, fixes }) =>
    fixes.flatMap(({ site, candidate, before, edits }) =>
      site === null ? [] : [{ file: path, source: candidate.source, before, edits, members: site.members }],
    ),
  );
}
