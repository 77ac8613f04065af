/** Items in as few groups as taking them in order makes, so that no two of a group clash. */
export function splitApart<Item>(
  items: readonly Item[],
  clash: (one: Item, other: Item) => boolean,
): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  for (const item of items) {
    const free = groups.find((group) => !group.some((other) => clash(item, other)));
    if (free) free.push(item);
    else groups.push([item]);
  }
  return groups;
}
