import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { isReference } from '../../syntax/is-reference.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

type Name = Extract<Node, { type: 'Identifier' | 'JSXIdentifier' }>;

/** The uses of names that lie whole in one of the ranges, in source order. */
export function referencesIn(tree: SyntaxTree, ranges: readonly TextRange[]): readonly Name[] {
  const names: Name[] = [];
  for (const range of ranges) {
    for (const node of tree.overlapping(range)) {
      if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') continue;
      if (contains(range, node) && isReference(tree, node)) names.push(node);
    }
  }
  return names;
}
