import type { FileRead, SourceTree } from '../../platform/files/source-tree.js';

/** A tree in which one file reads as something else, such as the unsaved text of an editor. */
export function overlayTree(tree: SourceTree, path: string, content: FileRead): SourceTree {
  // They would be those of the disk.
  const { readBytes: _bytes, stamp: _stamp, ...others } = tree;
  return {
    ...others,
    list: () => [...new Set([...tree.list(), path])].sort(),
    read: (asked) => (asked === path ? content : tree.read(asked)),
  };
}
