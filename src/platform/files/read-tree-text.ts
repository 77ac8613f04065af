import type { TextRead } from './read-text.js';
import type { SourceTree } from './source-tree.js';

/** A small file of a tree, such as the git index, with the same answers `readText` gives for one on disk. */
export function readTreeText(tree: SourceTree, path: string, maxBytes: number): TextRead {
  const read = tree.read(path);
  if (read.kind === 'gone') return { kind: 'missing', detail: 'there is no such file' };
  if (read.kind === 'skipped')
    return { kind: read.reason === 'binary' ? 'not-utf8' : read.reason, detail: read.detail };
  // At least as many bytes as UTF-16 units: who is over the limit in units is over it in bytes.
  return read.text.length <= maxBytes ? read : { kind: 'too-big', detail: `it is larger than ${maxBytes} bytes` };
}
