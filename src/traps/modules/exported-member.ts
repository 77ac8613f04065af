import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isModuleExports } from '../../semantics/modules/is-module-exports.js';
import { canHoldMembers } from '../../semantics/values/can-hold-members.js';
import { newParts, type Trap } from '../trap.js';

/**
 * `module.exports.__esModule = true` below `module.exports = isSupported(version)`: a boolean or a frozen object takes no
 * member, and strict code fails over it while it is loaded.
 */
export const exportedMember: Trap = (change) => {
  const { before: tree, places } = change;
  if (!places.some((place) => newParts(change, place).some(givesMember))) return null;
  return tree.descendants(tree.program).some((node) => isWhole(node) && !canHoldMembers(tree, node.right))
    ? refuse('holds-members', 'What the module exports may be no object, or a frozen one, that takes no member.')
    : null;
};

/** `module.exports.a = 1;` */
function givesMember(node: Node): boolean {
  const set = node.type === 'ExpressionStatement' ? node.expression : null;
  return (
    set?.type === 'AssignmentExpression' && set.left.type === 'MemberExpression' && isModuleExports(set.left.object)
  );
}

function isWhole(node: Node): node is Extract<Node, { type: 'AssignmentExpression' }> {
  return node.type === 'AssignmentExpression' && isModuleExports(node.left);
}
