import type { Edit } from '../model/edit.js';
import type { TextRange } from '../model/position.js';

/**
 * The items whose edits touch one of the places at which something went wrong, or else are the nearest before it and
 * behind it. Whoever asks has to prove them guilty: what is wrong may show far behind its cause.
 */
export function suspectsAt<Item>(
  places: readonly TextRange[],
  items: readonly Item[],
  editsOf: (item: Item) => readonly Edit[],
): ReadonlySet<Item> {
  const edits = items.flatMap((item) => editsOf(item).map(({ range }) => ({ item, range })));
  edits.sort((a, b) => a.range.start - b.range.start);
  const suspects = places.flatMap(({ start, end }) => {
    const touching = edits.filter(({ range }) => range.start <= end && start <= range.end);
    if (touching.length > 0) return touching;
    const before = edits.findLast(({ range }) => range.end < start);
    const behind = edits.find(({ range }) => end < range.start);
    return [before, behind].flatMap((each) => each ?? []);
  });
  return new Set(suspects.map(({ item }) => item));
}
