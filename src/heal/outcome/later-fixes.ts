import { applyEdits, type Edit } from '../../model/edit.js';
import type { AppliedFix, FileDraft } from '../file-draft.js';
import type { Member } from '../site/site.js';

/** A fix that was made for a text that others had mended before. */
export interface LaterFix {
  readonly file: string;
  /** `pattern:<id>`, `auto_fix`, `example` or `agent`. */
  readonly source: string;
  /** The text it was made for, made again from what was read. */
  before(): string;
  /** In offsets of `before`. */
  readonly edits: readonly Edit[];
  /** Where they stand in `before`. */
  readonly members: readonly Member[];
}

/** Those fixes of the drafts that stand on other ones. */
export function laterFixes(drafts: readonly FileDraft[]): readonly LaterFix[] {
  return drafts.flatMap(({ path, before, fixes }) =>
    fixes.flatMap(({ site, candidate, edits }, at) =>
      site === null
        ? []
        : [
            {
              file: path,
              source: candidate.source,
              before: () => textAfter(before, fixes.slice(0, at)),
              edits,
              members: site.members,
            },
          ],
    ),
  );
}

function textAfter(before: string, fixes: readonly AppliedFix[]): string {
  return fixes.reduce((text, { edits }) => {
    const next = applyEdits(text, edits);
    if (next === null) throw new Error('fixes that were applied overlap');
    return next;
  }, before);
}
