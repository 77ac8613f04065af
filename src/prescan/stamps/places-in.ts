/**
 * Finds the places of paths among others. Both come in rising order, so that looking for all of them goes through the
 * others once; one that is asked about too late is not found.
 * @param paths rising
 * @returns the place of a path; null where it is not among them
 */
export function placesIn(paths: readonly string[]): (path: string) => number | null {
  let next = 0;
  return (path) => {
    while (next < paths.length && (paths[next] ?? '') < path) next++;
    return paths[next] === path ? next : null;
  };
}
