import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `list.unshift(x)` → `list = [x, ...list]`: whoever else holds the list, such as the caller, no longer sees what is added. */
export const sharedList: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || made.type !== 'AssignmentExpression' || made.operator !== '=') continue;
    if (was.callee.type !== 'MemberExpression' || !CHANGES.test(memberName(was.callee) ?? '')) continue;
    const { object } = was.callee;
    if (object.type !== 'Identifier' || made.left.type !== 'Identifier' || made.left.name !== object.name) continue;
    if (!isOwn(tree, object))
      return refuse('same-result', 'The list may be known elsewhere, where it would not change.');
  }
  return null;
};

const CHANGES = /^(?:push|unshift|pop|shift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;

/** Made where it is declared; of what is given, or a part of something, there is another holder. */
function isOwn(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  const declaration = nameScopes(tree).resolve(name.name, name)?.declaration;
  if (declaration?.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier') return false;
  const { init } = declaration;
  return init === null || isMade(init);
}

/** A list that nobody else can hold: made on the spot. */
export function isMade(node: Node): boolean {
  switch (node.type) {
    case 'ArrayExpression':
    case 'NewExpression':
      return true;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return isMade(node.expression);
    case 'CallExpression':
      return /^(?:map|filter|flatMap|flat|slice|concat|split|keys|values|entries|from|of|toSorted|toReversed)$/.test(
        memberName(node.callee) ?? '',
      );
    default:
      return false;
  }
}
