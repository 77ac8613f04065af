import type { Node } from 'oxc-parser';
import type { FixInstruction, FixSite, Match } from '../model/fix-site.js';
import type { Refusal } from '../model/refusal.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** A change that was made, before its meaning is judged. */
export interface Change {
  readonly before: SyntaxTree;
  readonly after: SyntaxTree;
  readonly site: FixSite;
  readonly instruction: FixInstruction;
  /** Null where the violation is an absence. */
  readonly match: Match | null;
  /** Of each edit, and of each part that it changed of a longer text. */
  readonly places: readonly ChangedPlace[];
}

/** A place that changed, in the old tree and in the new one. */
export interface ChangedPlace {
  /** The innermost node around it, before and after. */
  readonly was: Node;
  readonly made: Node;
  /** The same node and those around it, innermost first. */
  readonly old: readonly Node[];
  readonly next: readonly Node[];
}

/** A known way for a change that looks right to mean something else. Null: not this change, or harmless here. */
export type Trap = (change: Change) => Refusal | null;

/** For each edit, the nearest node of a type around it in the old tree, and the one that stands in its place in the new one. */
export function changedPairs<T extends Node['type']>(
  { places }: Change,
  ...types: readonly T[]
): readonly { readonly old: Extract<Node, { type: T }>; readonly next: Extract<Node, { type: T }> }[] {
  const pairs: { readonly old: Extract<Node, { type: T }>; readonly next: Extract<Node, { type: T }> }[] = [];
  for (const { old, next } of places) {
    // Around an edit nothing changes, so that what is equally far below the top stands in the same place.
    const depth = next.length - old.length;
    for (const [height, node] of old.entries()) {
      const twin = isOneOf(node, types) ? next[height + depth] : undefined;
      if (!isOneOf(node, types) || !twin || !isOneOf(twin, types)) continue;
      pairs.push({ old: node, next: twin });
      break;
    }
  }
  return pairs;
}

function isOneOf<T extends Node['type']>(node: Node, types: readonly T[]): node is Extract<Node, { type: T }> {
  const known: readonly string[] = types;
  return known.includes(node.type);
}

/**
 * Whether a place is what stands between others: its text is that of all of them, and tells nothing of the edit. A line
 * that is added right behind another touches that one before, and is one of all only afterwards.
 */
export function isBetween({ was, made }: ChangedPlace): boolean {
  return made.type === 'Program' || /^(?:Program|BlockStatement|ClassBody|SwitchStatement)$/.test(was.type);
}

/** The calls whose callee was exchanged, or that were exchanged whole; not those that merely stand around an edit. */
export function changedCalls({ places }: Change): readonly { readonly old: Call; readonly next: Call }[] {
  return places.flatMap((place) => {
    const old = exchangedCall(place.old);
    const next = old && exchangedCall(place.next);
    return old && next ? [{ old, next }] : [];
  });
}

type Call = Extract<Node, { type: 'CallExpression' }>;

function exchangedCall(lineage: readonly Node[]): Call | null {
  const at = lineage.findIndex(({ type }) => type === 'CallExpression');
  const call = lineage[at];
  if (call?.type !== 'CallExpression') return null;
  return at === 0 || call.callee === lineage[at - 1] ? call : null;
}
