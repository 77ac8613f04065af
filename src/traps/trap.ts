import type { Node } from 'oxc-parser';
import type { FixInstruction, FixSite, Match } from '../model/fix-site.js';
import { onceEach } from '../model/once-each.js';
import type { Refusal } from '../model/refusal.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { textOf } from '../syntax/text-of.js';

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
  return places.flatMap((place) => {
    const { old, next } = place;
    // Around an edit nothing changes, so that what is equally far below the top stands in the same place.
    const depth = next.length - old.length;
    let nearest = Number.POSITIVE_INFINITY;
    for (const type of types) {
      const height = heightsOf(place)
        .get(type)
        ?.find((each) => isAmong(next[each + depth], types));
      if (height !== undefined && height < nearest) nearest = height;
    }
    const [node, twin] = [old[nearest], next[nearest + depth]];
    return isAmong(node, types) && isAmong(twin, types) ? [{ old: node, next: twin }] : [];
  });
}

/** For each type the places in the lineage of a change at which nodes of it stand, innermost first: most traps ask for some. */
const heightsOf = onceEach((place: ChangedPlace): ReadonlyMap<string, readonly number[]> => {
  const made = new Map<string, number[]>();
  for (const [height, { type }] of place.old.entries()) {
    const same = made.get(type);
    if (same) same.push(height);
    else made.set(type, [height]);
  }
  return made;
});

function isAmong<T extends Node['type']>(
  node: Node | undefined,
  types: readonly T[],
): node is Extract<Node, { type: T }> {
  const known: readonly string[] = types;
  return node !== undefined && known.includes(node.type);
}

/**
 * Whether a place is what stands between others: its text is that of all of them, and tells nothing of the edit. A line
 * that is added right behind another touches that one before, and is one of all only afterwards.
 */
export function isBetween({ was, made }: ChangedPlace): boolean {
  return made.type === 'Program' || /^(?:Program|BlockStatement|ClassBody|SwitchStatement)$/.test(was.type);
}

/** The statements that a change takes from a block or file; none where that is not what it changed. */
export function removedStatements({ before, after }: Change, { was, made }: ChangedPlace): readonly Node[] {
  return isBody(was) && isBody(made) ? onlyHere(before, was.body, after, made.body) : [];
}

/** The parts of a place that are new as a whole: of a block or file its new statements, else what was made of it. */
export function newParts({ before, after }: Change, { was, made }: ChangedPlace): readonly Node[] {
  return isBody(was) && isBody(made) ? onlyHere(after, made.body, before, was.body) : [made];
}

type Body = Extract<Node, { type: 'Program' | 'BlockStatement' }>;

function isBody(node: Node): node is Body {
  return node.type === 'Program' || node.type === 'BlockStatement';
}

/** The statements of one body that stand between what both begin with and what both end with, and that only it has. */
function onlyHere(
  tree: SyntaxTree,
  body: readonly Node[],
  other: SyntaxTree,
  others: readonly Node[],
): readonly Node[] {
  const isSame = (one: Node | undefined, twin: Node | undefined): boolean =>
    one !== undefined && twin !== undefined && textOf(tree, one) === textOf(other, twin);
  let start = 0;
  while (isSame(body[start], others[start])) start++;
  let end = 0;
  while (end < Math.min(body.length, others.length) - start && isSame(body.at(-1 - end), others.at(-1 - end))) end++;
  const texts = new Set(others.slice(start, others.length - end).map((statement) => textOf(other, statement)));
  return body.slice(start, body.length - end).filter((statement) => !texts.has(textOf(tree, statement)));
}

/** For each edit, the innermost statement around it that is no block, before and after. */
export function changedStatements({ places }: Change): readonly { readonly was: Node; readonly made: Node }[] {
  return places.flatMap(({ old, next }) => {
    const [was, made] = [old.find(isStatement), next.find(isStatement)];
    return was && made ? [{ was, made }] : [];
  });
}

function isStatement({ type }: Node): boolean {
  return /Statement$/.test(type) && type !== 'BlockStatement';
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
