import { bringsIn } from '../../fix/imports/brings-in.js';
import { type Edit, inOrder, isSameEdit } from '../../model/edit.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';

/**
 * Whether an edit of a file puts in an import. Several fixes may need the same one, which then stands there once; all
 * other edits belong to their own fix.
 */
export function isImportEdit(path: string, text: string, { range, text: inserted }: Edit): boolean {
  if (range.start !== range.end) return false;
  if (bringsIn(inserted)) return true;
  const tree = parseSyntax(path, text);
  if (tree === null) return false;
  return tree.lineage(tree.enclosing(range)).some(({ type }) => type === 'ImportDeclaration');
}

/** Edits of several fixes of one text, taken in one after the other as long as they stay clear of each other. */
export class JointEdits {
  private readonly sorted: Edit[] = [];

  /** @param isShared whether an edit may be the same one for several fixes */
  constructor(private readonly isShared: (edit: Edit) => boolean) {}

  /**
   * Takes in all edits of a fix, or none: none where one of them overlaps or touches an edit that is there, or where
   * the fix would have no edit of its own.
   */
  add(edits: readonly Edit[]): boolean {
    const own = edits.filter((edit) => !this.isThere(edit));
    if (own.length === 0 || own.some((edit) => this.touches(edit))) return false;
    // Backwards, so that those at one place keep the order the fix gives them.
    for (const edit of inOrder(own).toReversed()) this.sorted.splice(this.positionOf(edit.range.start), 0, edit);
    return true;
  }

  /** In order. */
  all(): readonly Edit[] {
    return [...this.sorted];
  }

  private isThere(edit: Edit): boolean {
    const at = this.positionOf(edit.range.start);
    const known = this.sorted[at];
    return known !== undefined && isSameEdit(known, edit) && this.isShared(edit);
  }

  private touches({ range }: Edit): boolean {
    const at = this.positionOf(range.start);
    const before = this.sorted[at - 1];
    const behind = this.sorted[at];
    return (
      (before !== undefined && before.range.end >= range.start) ||
      (behind !== undefined && behind.range.start <= range.end)
    );
  }

  /** The first edit that starts at an offset or behind it. */
  private positionOf(start: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle]?.range.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
