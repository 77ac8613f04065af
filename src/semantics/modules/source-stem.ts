/** The path of a source without its extension, as a specifier may name it. */
export function sourceStem(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}
