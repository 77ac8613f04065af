import { applyEdits, type Edit, isSameEdit } from '../../model/edit.js';
import { inverseEdits, mapRange } from '../diff/map-range.js';
import { unifiedDiff } from '../diff/unified-diff.js';
import type { AppliedFix } from '../file-draft.js';
import type { Trial } from '../gates/gate.js';
import { violationsOf } from '../site/site.js';

/** The fixes of a joint text as if they had been applied one after the other, so that each has a diff of its own. */
export function oneByOne({ path, parts, before, edits: joint }: Trial): readonly AppliedFix[] {
  const applied: Edit[] = [];
  let text = before;
  return parts.map(({ site, candidate, edits: all }) => {
    const alone = all.filter((edit) => isIn(joint, edit));
    // An import that several fixes need comes with the first of them.
    const own = alone.filter((edit) => !isIn(applied, edit));
    const edits = own.map((edit) => {
      const range = mapRange(edit.range, applied);
      if (range === null) throw new Error(`the fixes of ${path} overlap`);
      return { range, text: edit.text };
    });
    const after = applyEdits(text, edits);
    if (after === null) throw new Error(`the fixes of ${path} overlap or lie outside`);
    applied.push(...own);
    const diff = unifiedDiff(path, text, after, edits);
    const violations = violationsOf(site);
    const undo = inverseEdits(text, edits);
    text = after;
    return { candidate, edits, undo, diff, violations, alone, site: null };
  });
}

function isIn(edits: readonly Edit[], edit: Edit): boolean {
  return edits.some((each) => isSameEdit(each, edit));
}
