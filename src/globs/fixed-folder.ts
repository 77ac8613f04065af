/** The folders a glob spells out before its first wildcard; empty where it begins with one. */
export function fixedFolder(glob: string): string {
  return /^(?:\.\/)?((?:[\w.-]+\/)*)/.exec(glob)?.[1]?.slice(0, -1) ?? '';
}
