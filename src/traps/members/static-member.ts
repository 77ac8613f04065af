import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `Array.prototype.slice.call(x, 1)` → `Array.prototype.from(x)`, by a rule that means `[].slice`: what a class of the
 * language has itself its instances have not, nor it what they have.
 */
export const staticMember: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    if (isBetween(place)) continue;
    const nodes = [...place.next.slice(0, 3), ...after.descendants(place.made)];
    const astray = nodes.find((node) => isAstray(after, node));
    if (astray && !tree.text.includes(textOf(after, astray))) {
      return refuse('same-result', `The language knows no "${textOf(after, astray)}".`);
    }
  }
  return null;
};

function isAstray(tree: SyntaxTree, node: Node): boolean {
  const name = memberName(node);
  if (node.type !== 'MemberExpression' || name === null) return false;
  const { object } = node;
  const isOfInstances = memberName(object) === 'prototype';
  const root = object.type === 'MemberExpression' ? object.object : object;
  const made = root.type === 'Identifier' && isUnbound(tree, root) ? CLASSES.get(root.name) : undefined;
  if (!made || isOfInstances !== (object !== root)) return false;
  const [asked, other] = isOfInstances ? [made.prototype, made] : [made, made.prototype];
  return !(name in asked) && name in other;
}

const CLASSES = new Map<string, { readonly prototype: object }>(
  [Array, Boolean, Date, Map, Number, Object, Promise, RegExp, Set, String].map((each) => [each.name, each]),
);
