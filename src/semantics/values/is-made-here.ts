import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Made where it is declared; of what is given, or a part of something, there is another holder. */
export function isMadeHere(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  const declaration = nameScopes(tree).resolve(name.name, name)?.declaration;
  if (declaration?.type !== 'VariableDeclarator' || declaration.id.type !== 'Identifier') return false;
  const { init } = declaration;
  return init === null || isMade(init);
}

function isMade(node: Node): boolean {
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
