import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';

/**
 * Whether an expression is a module as a whole, whose members are functions of its own: `import * as lib`, and what is
 * required or imported as one and asked for what no list, text or object has.
 */
export function isModuleObject(tree: SyntaxTree, node: Node): boolean {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  switch (binding?.declaration.type) {
    case 'ImportNamespaceSpecifier':
      return true;
    case 'ImportDefaultSpecifier':
      return hasOwnMembers(tree, binding.declaration.local);
    case 'VariableDeclarator': {
      const { id, init } = binding.declaration;
      return id.type === 'Identifier' && isRequired(init) && hasOwnMembers(tree, id);
    }
    default:
      return false;
  }
}

function isRequired(init: Node | null): boolean {
  return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
}

function hasOwnMembers(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  return usesOf(tree, name).some((use) => {
    const parent = tree.parent(use);
    const member = parent?.type === 'MemberExpression' && parent.object === use ? memberName(parent) : null;
    return member !== null && !BUILT_IN.some((each) => member in each);
  });
}

const BUILT_IN = [Array.prototype, String.prototype, Map.prototype, Set.prototype];
