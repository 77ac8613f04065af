import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { FixTask } from '../draft.js';
import type { Refusal } from '../refusal.js';

/** A change that was made, before its meaning is judged. */
export interface Change {
  readonly task: FixTask;
  readonly after: SyntaxTree;
  readonly edits: readonly Edit[];
  /** Where the replacement of each edit stands in `after`. */
  readonly ranges: readonly TextRange[];
}

/** A known way for a change that looks right to mean something else. Null: not this change, or harmless here. */
export type Trap = (change: Change) => Refusal | null;

/** For each edit, the nearest node of a type around it, in the old tree and in the new one. */
export function changedPairs<T extends Node['type']>(
  { task, after, edits, ranges }: Change,
  ...types: readonly T[]
): readonly { readonly old: Extract<Node, { type: T }>; readonly next: Extract<Node, { type: T }> }[] {
  const isOne = (node: Node): node is Extract<Node, { type: T }> => types.some((type) => type === node.type);
  return edits.flatMap((edit, index) => {
    const range = ranges[index];
    const old = task.tree.lineage(task.tree.enclosing(edit.range)).find(isOne);
    const next = range && after.lineage(after.enclosing(range)).find(isOne);
    return old && next ? [{ old, next }] : [];
  });
}

/** The name of the member an expression reads, such as `slice` of `text.slice`; null when it reads none. */
export function memberName(node: Node): string | null {
  return node.type === 'MemberExpression' && !node.computed && 'name' in node.property ? node.property.name : null;
}
