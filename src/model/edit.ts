import type { Applicability } from './auto-fix.js';
import type { TextRange } from './position.js';

/** A replaced range. An empty range inserts. */
export interface Edit {
  readonly range: TextRange;
  readonly text: string;
}

/** The edits that solve one violation: applied entirely or not at all. */
export interface Fix {
  readonly edits: readonly Edit[];
  readonly applicability: Applicability;
}

/** Sorted, disjoint edits applied to a text; null when two of them overlap or one lies outside. */
export function applyEdits(text: string, edits: readonly Edit[]): string | null {
  let result = '';
  let done = 0;
  for (const edit of inOrder(edits)) {
    const { start, end } = edit.range;
    if (start < done || end < start || end > text.length) return null;
    result += text.slice(done, start) + edit.text;
    done = end;
  }
  return result + text.slice(done);
}

/** A piece of a text as the edits within it make it; null as from `applyEdits`. */
export function applyEditsWithin(text: string, piece: TextRange, edits: readonly Edit[]): string | null {
  const moved = edits.map((edit) => ({
    range: { start: edit.range.start - piece.start, end: edit.range.end - piece.start },
    text: edit.text,
  }));
  return applyEdits(text.slice(piece.start, piece.end), moved);
}

/** The edits by where they start, an insertion before what is replaced there. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

export function isSameEdit(a: Edit, b: Edit): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;
}

/** Where in the old text an offset of the new one comes from: of what an edit wrote, the start of what it replaced. */
export function originOf(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { range, text } of inOrder(edits)) {
    if (offset < range.start + shift) break;
    if (offset < range.start + shift + text.length) return range.start;
    shift += text.length - (range.end - range.start);
  }
  return offset - shift;
}

/** Where an offset of the old text is after the edits; an offset inside a replaced range moves to its end. */
export function mapOffset(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const edit of edits) {
    const { start, end } = edit.range;
    if (end <= offset) shift += edit.text.length - (end - start);
    else if (start < offset) shift += start + edit.text.length - offset;
  }
  return offset + shift;
}
