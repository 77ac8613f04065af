import type { Node } from 'oxc-parser';
import { onceEach } from '../../model/once-each.js';
import { refuse } from '../../model/refusal.js';
import { isModuleExports } from '../../semantics/modules/is-module-exports.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `module.exports = {}` in a module that sets members of its exports: these are gone then. */
export const exportedAlready: Trap = ({ before: tree, after }) => {
  // As of nearly all: their text tells at less cost.
  if (written(after) <= written(tree)) return null;
  const set = tree.descendants(tree.program).filter((node) => isWhole(node) || isMember(tree, node));
  const isNew = after.descendants(after.program).filter(isWhole).length > set.filter(isWhole).length;
  return set.length > 0 && isNew
    ? refuse('same-result', 'The module exports something else already, which this would take the place of.')
    : null;
};

const written = onceEach(({ text }: SyntaxTree) => text.match(/\bmodule\s*\.\s*exports\s*=/g)?.length ?? 0);

function isWhole(node: Node): boolean {
  return node.type === 'AssignmentExpression' && isModuleExports(node.left);
}

/** `exports.a = 1`, `module.exports.a = 1`. */
function isMember(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return false;
  const { object } = node.left;
  const isOwn = object.type === 'Identifier' && object.name === 'exports' && isUnbound(tree, object);
  return isOwn || isModuleExports(object);
}
