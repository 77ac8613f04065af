import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { rangesOverlap, type TextRange } from '../../model/position.js';
import { linksOf } from '../../syntax/links-of.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { ChangedPlace } from '../../traps/trap.js';
import { editedRanges } from './edited-ranges.js';

/**
 * For each of the judged edits, what stood around it and what stands there now, and the same for each part that it
 * changed of a longer text: `export var` → `export let` is about the declaration, and `if (a == b && c == d)` about
 * two comparisons.
 * @param all every edit between the two trees
 */
export function placesOf(
  before: SyntaxTree,
  after: SyntaxTree,
  judged: readonly Edit[],
  all: readonly Edit[],
): readonly ChangedPlace[] {
  const ranges = editedRanges(judged, all);
  return judged.flatMap((edit, index) => {
    const range = ranges[index];
    if (!range) return [];
    const next = after.enclosing(range);
    const around = { old: nodeAround(before, edit.range, after, next), next };
    const parts = changedParts({ tree: before, range: edit.range }, { tree: after, range }, around);
    return [around, ...parts.filter(({ old }) => old !== around.old)].map(({ old, next }) => ({
      was: old,
      made: next,
      old: before.lineage(old),
      next: after.lineage(next),
    }));
  });
}

/** What is inserted between statements stands in none of them, though the first may begin right there. */
function nodeAround(before: SyntaxTree, range: TextRange, after: SyntaxTree, next: Node): Node {
  const innermost = before.enclosing(range);
  if (range.start < range.end || !/^(?:Program|BlockStatement)$/.test(next.type)) return innermost;
  const depth = after.lineage(next).length;
  return before.lineage(innermost).at(-depth) ?? innermost;
}

interface Nodes {
  readonly old: Node;
  readonly next: Node;
}

/** What an edit replaced, or what it wrote. */
interface Side {
  readonly tree: SyntaxTree;
  readonly range: TextRange;
}

/** Goes down both trees for as long as they are built alike, and finds the nodes that differ by themselves. */
function changedParts(before: Side, after: Side, { old, next }: Nodes): readonly Nodes[] {
  const was = childrenWithin(before, old);
  const is = childrenWithin(after, next);
  if (old.type !== next.type || was.length !== is.length || isShortened(old, next)) return [{ old, next }];
  const below = was.flatMap((child, index) => {
    const twin = is[index];
    if (!twin || writtenIn(before, child) === writtenIn(after, twin)) return [];
    return changedParts(before, after, { old: child, next: twin });
  });
  return writtenIn(before, old, was) === writtenIn(after, next, is) ? below : [{ old, next }, ...below];
}

/** `a || b || c` → `a || d`: which of the operands gave way to which of them nothing tells. */
function isShortened(old: Node, next: Node): boolean {
  if (old.type !== 'LogicalExpression' || next.type !== 'LogicalExpression') return false;
  return old.operator === next.operator && linksOf(next, next.operator).length < linksOf(old, old.operator).length;
}

function childrenWithin({ tree, range }: Side, node: Node): readonly Node[] {
  return tree.children(node).filter((child) => rangesOverlap(child, range));
}

/** The text of a node as far as the edit reaches, between some of its children. Layout does not count. */
function writtenIn({ tree, range }: Side, node: Node, children: readonly Node[] = []): string {
  const end = Math.min(node.end, range.end);
  let text = '';
  let at = Math.max(node.start, range.start);
  for (const child of children) {
    text += `${tree.text.slice(at, child.start)} `;
    at = Math.max(at, child.end);
  }
  return (text + tree.text.slice(at, end)).replace(/\s+/g, ' ');
}
