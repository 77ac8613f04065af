import { applyEdits } from '../model/edit.js';
import type { TextRange } from '../model/position.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { type AlignedNodes, alignNodes, type PlacedNode, textOf } from './align-nodes.js';
import { removalsAt } from './removed-code.js';
import { respeltValue } from './respelt-value.js';

/** What was done to mend a violation. */
export type ExampleChange =
  /** A piece of syntax took the place of another. */
  | { readonly kind: 'rewritten'; readonly nodes: AlignedNodes }
  /** A constant gave way to something called by the name it had; `templates` say the new text by that name. */
  | {
      readonly kind: 'respelt';
      readonly was: PlacedNode;
      readonly next: PlacedRange;
      readonly templates: readonly string[];
    }
  /** A statement, element or attribute went. */
  | { readonly kind: 'removed'; readonly was: PlacedNode };

export interface PlacedRange {
  readonly tree: SyntaxTree;
  readonly range: TextRange;
}

/** How a text became another where all that changed concerns one violation; null where it cannot be told. */
export function readChange(old: SyntaxTree, next: SyntaxTree, violation: TextRange): ExampleChange | null {
  for (const { node, edits } of removalsAt(old, violation)) {
    if (applyEdits(old.text, edits) === next.text) return { kind: 'removed', was: { tree: old, node } };
  }
  const respelt = respeltValue(old, next, violation);
  if (respelt !== null) return { kind: 'respelt', ...respelt };
  const nodes = alignNodes(old, next, violation);
  return nodes && { kind: 'rewritten', nodes };
}

/** The changed code before and after, for people; nothing after a removal. */
export function changedCode(change: ExampleChange): { readonly was: string; readonly is: string | null } {
  switch (change.kind) {
    case 'rewritten':
      return { was: textOf(change.nodes.old), is: textOf(change.nodes.next) };
    case 'respelt':
      return { was: ownerText(change.was), is: ownerTextAfter(change) };
    case 'removed':
      return { was: textOf(change.was), is: null };
  }
}

/** A value with the name it goes by: alone it would tell nothing. */
function ownerText({ tree, node }: PlacedNode): string {
  const owner = tree.parent(node) ?? node;
  return tree.text.slice(owner.start, owner.end);
}

function ownerTextAfter({ was, next }: Extract<ExampleChange, { kind: 'respelt' }>): string {
  const owner = was.tree.parent(was.node) ?? was.node;
  const shift = next.tree.text.length - was.tree.text.length;
  return next.tree.text.slice(owner.start, owner.end + shift);
}
