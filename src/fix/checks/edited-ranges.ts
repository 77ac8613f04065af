import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';

/**
 * Where the replacement of each edit stands in the new text, in the order of the edits. What is inserted where another
 * edit begins comes in front of it; of two insertions, the one given first.
 * @param all every edit that led to the new text, where these are not the only ones
 */
export function editedRanges(edits: readonly Edit[], all: readonly Edit[] = edits): readonly TextRange[] {
  const shifts = known.get(all) ?? shiftsOf(all);
  known.set(all, shifts);
  return edits.map((edit) => {
    const start = edit.range.start + shifts(edit);
    return { start, end: start + edit.text.length };
  });
}

/** How far the edits in front of one move it. */
type Shifts = (edit: Edit) => number;

/** A file of a thousand fixes is asked about each of them, many times, beside the same others. */
const known = new WeakMap<readonly Edit[], Shifts>();

function shiftsOf(all: readonly Edit[]): Shifts {
  const order = new Map(all.map((edit, index) => [edit, index]));
  const isAhead = (one: Edit, other: Edit): number =>
    one.range.end - other.range.end ||
    one.range.start - other.range.start ||
    (order.get(one) ?? -1) - (order.get(other) ?? -1);
  const sorted = [...all].sort(isAhead);
  const sums = [0];
  for (const { range, text } of sorted) sums.push((sums.at(-1) ?? 0) + text.length - (range.end - range.start));
  return (edit) => {
    const { start, end } = edit.range;
    const isInsertion = start === end;
    const ahead = countOf(sorted, (other) => (isInsertion ? isAhead(other, edit) < 0 : other.range.end <= start));
    return sums[ahead] ?? 0;
  };
}

/** How many items of a list have something that all in front of one that has it have too. */
function countOf<T>(items: readonly T[], has: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && has(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
