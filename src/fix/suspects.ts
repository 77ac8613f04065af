import type { TextRange } from '../model/position.js';

/** An item that may be to blame. */
export interface Suspect<Item> {
  readonly item: Item;
  /** Of one of its edits. */
  readonly range: TextRange;
  /** Where the syntax that the edit stands in ends: a head that was broken shows behind the body. */
  readonly end: number;
}

/**
 * The items whose edits touch one of the places at which something went wrong, or else are the nearest before it and
 * behind it, or change what ends right before it. Whoever asks has to prove them guilty: what is wrong may show far behind
 * its cause.
 */
export function suspectsAt<Item>(places: readonly TextRange[], all: readonly Suspect<Item>[]): ReadonlySet<Item> {
  const inOrder = [...all].sort((a, b) => a.range.start - b.range.start);
  const suspects = places.flatMap(({ start, end }) => {
    const touching = inOrder.filter(({ range }) => range.start <= end && start <= range.end);
    if (touching.length > 0) return touching;
    const before = inOrder.findLast(({ range }) => range.end < start);
    const behind = inOrder.find(({ range }) => end < range.start);
    const ended = inOrder.filter((each) => each.end <= start);
    const last = Math.max(...ended.map((each) => each.end));
    return [before, behind, ended.findLast((each) => each.end === last)].flatMap((each) => each ?? []);
  });
  return new Set(suspects.map(({ item }) => item));
}
