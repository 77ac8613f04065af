import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, type ChangedPlace, changedPairs, isBetween, type Trap } from '../trap.js';

/** `typeof window === 'undefined'` → `window === undefined` throws where there is no window; `instanceof` knows less than `typeof`. */
export const typeofGuard: Trap = (change) => {
  const { before, after } = change;
  if (!before.text.includes('typeof')) return null;
  for (const { old, next } of changedPairs(change, 'UnaryExpression')) {
    if (old.operator !== 'typeof' || next.operator !== 'typeof' || old.argument.type !== 'Identifier') continue;
    const { argument } = next;
    if (argument.type !== 'Identifier' || argument.name === old.argument.name) continue;
    const isBound = !isUnbound(after, argument);
    if (isBound && isUnbound(before, old.argument)) {
      return refuse('typeof-guard', `"${old.argument.name}" may not be defined; "${argument.name}" always is.`);
    }
  }
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    const guarded = [old.left, old.right].find((side) => side.type === 'UnaryExpression' && side.operator === 'typeof');
    if (guarded && next.operator === 'instanceof') return OF_NOTHING;
  }
  if (change.places.some((place) => asksClassInstead(change, place))) return OF_NOTHING;
  const missing = change.places.map((place) => usedWhereMissing(change, place)).find((name) => name !== null);
  if (missing) return refuse('typeof-guard', `This is what is done where there is no "${missing}".`);
  const compared = changedPairs(change, 'BinaryExpression').map((pair) => losesGuard(change, pair.old, pair));
  const around = change.places.map((place) => {
    const pair = isBetween(place) ? { old: before.program, next: after.program } : { old: place.was, next: place.made };
    return losesGuard(change, place.was, pair);
  });
  return [...compared, ...around].find((lost) => lost !== null) ?? null;
};

const OF_NOTHING = refuse(
  'typeof-guard',
  'Objects without a prototype and values of another realm are an instance of nothing.',
);

/** `typeof x === 'object' && x !== null` → `x instanceof Object`, which functions are, too. */
function asksClassInstead({ before: tree }: Change, { was, made }: ChangedPlace): boolean {
  if (was.type !== 'LogicalExpression' || made.type !== 'BinaryExpression' || made.operator !== 'instanceof')
    return false;
  const parts = tree.descendants(was);
  const asksClass = parts.some((each) => each.type === 'BinaryExpression' && each.operator === 'instanceof');
  return !asksClass && parts.some((each) => each.type === 'UnaryExpression' && each.operator === 'typeof');
}

/** `typeof crypto !== 'undefined' ? crypto.randomUUID() : …`: a name that the other branch is there for, and that is new to it. */
function usedWhereMissing({ before: tree, after }: Change, { was, made, old }: ChangedPlace): string | null {
  for (const [height, node] of old.entries()) {
    if (node.type !== 'ConditionalExpression' && node.type !== 'IfStatement') continue;
    const [, name, sign] = /\btypeof (\w+)(?:\.\w+)* ([!=])==? ["']undefined["']/.exec(textOf(tree, node.test)) ?? [];
    const without = sign === '!' ? node.alternate : node.consequent;
    if (name && without === old[height - 1] && readsIn(after, made, name) > readsIn(tree, was, name)) return name;
  }
  return null;
}

interface Pair {
  readonly old: Node;
  readonly next: Node;
}

/**
 * Whether a name that may not be defined is asked for more often than before by anything else than `typeof`.
 * @param asking what holds the `typeof`
 * @param pair what the uses are counted in: in the rest of the file other fixes may take one away
 */
function losesGuard({ before: tree, after }: Change, asking: Node, { old, next }: Pair): Refusal | null {
  // As of nearly all: to go through the code for it takes much longer.
  if (!/\btypeof\b/.test(textOf(tree, asking))) return null;
  const guarded = tree.descendants(asking).flatMap((node) => {
    const name = node.type === 'UnaryExpression' && node.operator === 'typeof' ? node.argument : null;
    return name?.type === 'Identifier' && isUnbound(tree, name) ? [name.name] : [];
  });
  const lost = guarded.find((name) => readsIn(after, next, name) > readsIn(tree, old, name));
  return lost === undefined
    ? null
    : refuse('typeof-guard', `"${lost}" may not be defined, and only typeof may ask for it then.`);
}

function readsIn(tree: SyntaxTree, around: Node, name: string): number {
  return nameScopes(tree)
    .named(name)
    .references.filter(({ node }) => {
      const parent = tree.parent(node);
      return contains(around, node) && (parent?.type !== 'UnaryExpression' || parent.operator !== 'typeof');
    }).length;
}
