import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/** `x.constructor === Store` ↔ `x instanceof Store`: where another class of the file extends it, one of the two means that as well. */
export const extendedClass: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'BinaryExpression' || made.type !== 'BinaryExpression') continue;
    const [old, next] = [classAsked(was), classAsked(made)];
    if (!old || !next || old.isExact === next.isExact || old.named.name !== next.named.name) continue;
    if (isExtended(tree, old.named) || isExtended(after, next.named))
      return refuse('same-result', `Of "${old.named.name}" is also what a class that extends it makes.`);
  }
  return null;
};

type Name = Extract<Node, { type: 'Identifier' }>;

/** The class that an expression asks for, and whether those that extend it are none of it. */
function classAsked({ operator, left, right }: Extract<Node, { type: 'BinaryExpression' }>) {
  if (operator === 'instanceof') return right.type === 'Identifier' ? { named: right, isExact: false } : null;
  if (!/^[!=]==?$/.test(operator)) return null;
  const named = memberName(left) === 'constructor' ? right : memberName(right) === 'constructor' ? left : null;
  return named?.type === 'Identifier' ? { named, isExact: true } : null;
}

function isExtended(tree: SyntaxTree, name: Name): boolean {
  const identifier = nameScopes(tree).resolve(name.name, name)?.identifier;
  if (identifier?.type !== 'Identifier') return false;
  return usesOf(tree, identifier).some((use) => {
    const parent = tree.parent(use);
    return parent !== null && 'superClass' in parent && parent.superClass === use;
  });
}
