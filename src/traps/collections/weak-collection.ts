import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `new WeakMap()` → `new Map()`: what is a key of the one goes when nobody else has it, and of the other it stays in memory
 * for as long as the map does. The other way around a key that is no object throws.
 */
export const weakCollection: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'NewExpression')) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    if (was === `Weak${is}` && /^(?:Map|Set)$/.test(is) && !goesWithCall(tree, old)) return HELD;
    if (is !== `Weak${was}` || !/^(?:Map|Set)$/.test(was)) continue;
    // Types that are written down are checked.
    if (!isTypeScript(site.path) || !old.typeArguments) return KEYS;
  }
  return null;
};

const HELD = refuse('same-result', 'What it is asked about would be kept in memory for as long as it is there itself.');

const KEYS = refuse('same-result', 'Only objects can be put in, and nothing tells that no others are.');

/** A variable of a function that nothing but the function itself uses, and no other function in it. */
function goesWithCall(tree: SyntaxTree, made: Node): boolean {
  const holder = tree.parent(made);
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return false;
  const around = tree.lineage(holder).find(isFunction);
  if (!around) return false;
  return usesOf(tree, holder.id).every((use) => {
    const member = tree.parent(use);
    const isAsked = member?.type === 'MemberExpression' && member.object === use;
    return isAsked && tree.lineage(use).find(isFunction) === around;
  });
}
