import { type Edit, inOrder } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';

/** Where a range of the old text is after the edits, or null where one of them reaches into it. */
export function mapRange(range: TextRange, edits: readonly Edit[]): TextRange | null {
  let shift = 0;
  for (const { range: edited, text } of edits) {
    if (edited.start < range.end && range.start < edited.end) return null;
    if (edited.end <= range.start) shift += text.length - (edited.end - edited.start);
  }
  return { start: range.start + shift, end: range.end + shift };
}

/** What the edits put into the new text, in its own offsets, in order. */
export function outputRanges(edits: readonly Edit[]): readonly TextRange[] {
  let shift = 0;
  return inOrder(edits).map(({ range, text }) => {
    const start = range.start + shift;
    shift += text.length - (range.end - range.start);
    return { start, end: start + text.length };
  });
}

/** The edits that turn the new text back into the old one. */
export function inverseEdits(before: string, edits: readonly Edit[]): readonly Edit[] {
  const sorted = inOrder(edits);
  return outputRanges(edits).map((range, index) => {
    const old = sorted[index]?.range ?? { start: 0, end: 0 };
    return { range, text: before.slice(old.start, old.end) };
  });
}
