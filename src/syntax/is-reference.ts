import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether an identifier uses a name bound elsewhere, rather than binding one or naming a member, key or label. */
export function isReference(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (!parent) return false;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
      // In a pattern the value is a binding, except in a destructuring assignment, where it is a target.
      if (parent.key === node) return parent.computed;
      return !isBinding(tree, node);
    case 'MethodDefinition':
    case 'TSAbstractMethodDefinition':
    case 'PropertyDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractAccessorProperty':
    case 'TSPropertySignature':
    case 'TSMethodSignature':
      return parent.key !== node || parent.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return parent.type === 'LabeledStatement' && parent.body === node;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ImportAttribute':
    case 'ExportAllDeclaration':
    case 'MetaProperty':
    case 'TSEnumMember':
    case 'TSNamedTupleMember':
    case 'TSNamespaceExportDeclaration':
    case 'TSTypeParameter':
    case 'TSImportType':
    case 'JSXNamespacedName':
      return parent.type === 'TSEnumMember' && parent.initializer === node;
    case 'ExportSpecifier':
      return parent.local === node && !isReExport(tree, parent);
    case 'TSQualifiedName':
      return parent.left === node;
    case 'JSXAttribute':
      return false;
    case 'JSXMemberExpression':
      return parent.object === node;
    case 'JSXOpeningElement':
    case 'JSXClosingElement':
      return node.type === 'JSXIdentifier' && /^[^a-z]/.test(node.name);
    default:
      return !isBinding(tree, node);
  }
}

function isReExport(tree: SyntaxTree, specifier: Node): boolean {
  const declaration = tree.parent(specifier);
  return declaration?.type === 'ExportNamedDeclaration' && declaration.source !== null;
}

/** Whether an identifier is what its declaration binds, at whatever depth of patterns. */
function isBinding(tree: SyntaxTree, identifier: Node): boolean {
  let node = identifier;
  for (let parent = tree.parent(node); parent; node = parent, parent = tree.parent(parent)) {
    switch (parent.type) {
      case 'AssignmentPattern':
        if (parent.left !== node) return false;
        break;
      case 'Property':
        if (parent.value !== node) return false;
        break;
      case 'ObjectPattern':
      case 'ArrayPattern':
      case 'RestElement':
      case 'TSParameterProperty':
        break;
      case 'VariableDeclarator':
        return parent.id === node;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'TSDeclareFunction':
      case 'TSEmptyBodyFunctionExpression':
        return parent.id === node || (parent.body !== node && parent.params.some((each) => each === node));
      case 'TSFunctionType':
      case 'TSConstructorType':
      case 'TSCallSignatureDeclaration':
      case 'TSConstructSignatureDeclaration':
      case 'TSMethodSignature':
        return parent.params.some((each) => each === node);
      case 'TSIndexSignature':
        return parent.parameters.some((each) => each === node);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return parent.id === node;
      case 'CatchClause':
        return parent.param === node;
      case 'TSTypeAliasDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSEnumDeclaration':
      case 'TSModuleDeclaration':
      case 'TSImportEqualsDeclaration':
        return parent.id === node;
      default:
        return false;
    }
  }
  return false;
}
