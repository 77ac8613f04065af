import type { Node } from 'oxc-parser';
import { editBetween } from '../heal/diff/edit-between.js';
import type { TextRange } from '../model/position.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** A piece of syntax before and after a change; all that changed lies in it. */
export interface AlignedNodes {
  readonly old: PlacedNode;
  readonly next: PlacedNode;
}

export interface PlacedNode {
  readonly tree: SyntaxTree;
  readonly node: Node;
}

/** As it is written. */
export function textOf({ tree, node }: PlacedNode): string {
  return tree.text.slice(node.start, node.end);
}

/** What is longer says how one place was rewritten, not how such places are mended. */
const MAX_LENGTH = 300;

/** The smallest nodes that hold a violation and everything that changed, and stand at the same place; null where none do. */
export function alignNodes(old: SyntaxTree, next: SyntaxTree, violation: TextRange): AlignedNodes | null {
  const { range: changed } = editBetween(old.text, next.text);
  const start = Math.min(changed.start, violation.start);
  const end = Math.max(changed.end, violation.end);
  const shift = next.text.length - old.text.length;
  if (end + shift <= start) return null;
  const others = next.lineage(next.enclosing({ start, end: end + shift }));
  for (const node of old.lineage(old.enclosing({ start, end }))) {
    if (node.end - node.start > MAX_LENGTH || node.type === 'Program') return null;
    const twin = others.find((each) => each.start === node.start && each.end === node.end + shift);
    if (twin && twin.type !== 'Program') return { old: { tree: old, node }, next: { tree: next, node: twin } };
  }
  return null;
}
