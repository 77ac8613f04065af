import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `{ isLoading: false }` → `{ isPending: false }`, by a rule about a name that never looked at what has it: who makes the
 * object, or reads it, knows it by the old one.
 */
export const namedMember: Trap = ({ before: tree, match, places }) => {
  for (const { was: name, made: renamed } of places) {
    if (name.type !== 'Identifier' || renamed.type !== 'Identifier' || name.name === renamed.name) continue;
    if (match === null || match.range.start !== name.start || match.range.end > name.end) continue;
    const holder = tree.parent(name);
    const isKey = holder?.type === 'Property' && holder.key === name && !holder.shorthand && !holder.computed;
    const isRead = holder?.type === 'MemberExpression' && holder.property === name && !holder.computed;
    if (isKey || (isRead && isBoundToo(tree, name.name))) {
      return refuse(
        'same-result',
        `What "${name.name}" belongs to cannot be told, nor who else knows it by that name.`,
      );
    }
  }
  return null;
};

/** Whether the file takes a value of that name out of an object, which keeps it there. */
function isBoundToo(tree: SyntaxTree, name: string): boolean {
  return nameScopes(tree)
    .named(name)
    .bindings.some(({ identifier }) => isShorthand(tree, identifier));
}

function isShorthand(tree: SyntaxTree, identifier: Node): boolean {
  const property = tree.lineage(identifier).find(({ type }) => type === 'Property');
  return property?.type === 'Property' && property.shorthand;
}
