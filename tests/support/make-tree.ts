import type { FileRead, SourceTree } from '../../src/platform/files/source-tree.js';

/** A tree in memory. A string is a text file; anything else is what reading the file answers. */
export function makeTree(
  files: Readonly<Record<string, string | FileRead>>,
): SourceTree & { readonly reads: string[] } {
  const reads: string[] = [];
  const paths = Object.keys(files).sort();
  return {
    reads,
    list: () => paths,
    read(path) {
      reads.push(path);
      const file = files[path] ?? { kind: 'gone' };
      return typeof file === 'string' ? { kind: 'text', text: file, bom: false } : file;
    },
  };
}
