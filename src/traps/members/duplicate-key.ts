import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { attributeName } from '../../syntax/jsx.js';
import { staticName } from '../../syntax/static-name.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `class` → `className` beside a `className`: the later one wins, and the other is lost. What a rule requires and a
 * spread behind it may set otherwise is not certain to be there.
 */
export const duplicateKey: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXOpeningElement', 'ObjectExpression')) {
    const [before, after] = [keysOf(old), keysOf(next)];
    const known = doubles(before);
    const doubled = doubles(after).find((name) => !known.includes(name));
    if (doubled !== undefined) return refuse('name-taken', `"${doubled}" is set here already.`);
    if (change.match !== null) continue;
    const lastSpread = elementsOf(next).findLast(({ type }) => /Spread/.test(type))?.start ?? -1;
    const added = after.find(({ name, start }) => start < lastSpread && !before.some((each) => each.name === name));
    if (added) return refuse('name-taken', `The spread behind "${added.name}" may set it to something else.`);
  }
  return null;
};

type Keyed = Extract<Node, { type: 'JSXOpeningElement' | 'ObjectExpression' }>;

interface Key {
  readonly name: string;
  readonly kind: 'init' | 'get' | 'set';
  readonly start: number;
}

function elementsOf(node: Keyed): readonly Node[] {
  return node.type === 'ObjectExpression' ? node.properties : node.attributes;
}

function keysOf(node: Keyed): readonly Key[] {
  return elementsOf(node).flatMap(keyOf);
}

/** Names that come twice; a getter and a setter are one. */
function doubles(keys: readonly Key[]): readonly string[] {
  return keys.flatMap(({ name, kind }, index) => {
    const isPaired = (other: Key): boolean => kind !== 'init' && other.kind !== 'init' && kind !== other.kind;
    return keys.slice(0, index).some((each) => each.name === name && !isPaired(each)) ? [name] : [];
  });
}

function keyOf(node: Node): readonly Key[] {
  if (node.type !== 'JSXAttribute' && node.type !== 'Property') return [];
  const { start } = node;
  const isProperty = node.type === 'Property';
  const name = isProperty ? staticName(node.key, node.computed) : attributeName(node);
  return name === null ? [] : [{ name, kind: isProperty ? node.kind : 'init', start }];
}
