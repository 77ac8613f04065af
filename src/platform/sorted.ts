/** Paths by UTF-16 code unit. Git sorts by bytes, which is nearly always the same: then they come back as they are. */
export function sorted(paths: readonly string[]): readonly string[] {
  for (let at = 1; at < paths.length; at++) if ((paths[at - 1] ?? '') > (paths[at] ?? '')) return [...paths].sort();
  return paths;
}
