import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `var last = undefined;` → `var last;` in a loop: a `var` without a value keeps the one it had the last time round. */
export const lostReset: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'VariableDeclarator')) {
    const isVar =
      tree.parent(old)?.type === 'VariableDeclaration' && textOf(tree, tree.parent(old) ?? old).startsWith('var');
    if (!isVar || !old.init || next.init || !hasValueBefore(tree, old)) continue;
    return refuse('variable-scope', 'The variable may have a value before, which it would keep.');
  }
  return null;
};

/** Whether it is declared again and again, declared or set elsewhere before, or a parameter as well. */
function hasValueBefore(tree: SyntaxTree, declarator: Extract<Node, { type: 'VariableDeclarator' }>): boolean {
  const { id } = declarator;
  if (id.type !== 'Identifier') return true;
  const around = tree.lineage(declarator);
  const own = around.slice(0, around.findIndex(isFunction) + 1 || around.length);
  if (own.some(({ type }) => /^(?:For|While|DoWhile)/.test(type))) return true;
  const binding = nameScopes(tree).resolve(id.name, id);
  const { bindings, references } = nameScopes(tree).named(id.name);
  if (bindings.some((each) => each !== binding && each.scope === binding?.scope)) return true;
  return references.some(
    (each) => each.binding === binding && each.node.start < id.start && isWritten(tree, each.node),
  );
}
