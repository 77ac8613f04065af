import type { Node } from 'oxc-parser';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import type { SyntaxTree } from '../../src/syntax/syntax-tree.js';

export interface Marked {
  readonly tree: SyntaxTree;
  /** The outermost node that spans what stands between the marks; the expression rather than the statement of it. */
  readonly node: Node;
}

/** Reads `const a = «b»;` and finds the node in the marks. */
export function nodeAt(marked: string, path = 'src/file.tsx'): Marked {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const tree = parseSyntax(path, marked.replace(/[«»]/g, ''));
  if (start < 0 || end < start || tree === null || tree.errors.length > 0) throw new Error(`cannot read ${marked}`);
  const node = tree
    .lineage(tree.enclosing({ start, end }))
    .findLast(
      (each) => each.start === start && each.end === end && !/^(?:Program|ExpressionStatement)$/.test(each.type),
    );
  if (node === undefined) throw new Error(`no node of its own in ${marked}`);
  return { tree, node };
}
