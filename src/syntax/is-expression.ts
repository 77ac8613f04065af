import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

const EXPRESSIONS: ReadonlySet<string> = new Set([
  'Literal',
  'TemplateLiteral',
  'Identifier',
  'ArrayExpression',
  'ArrowFunctionExpression',
  'AssignmentExpression',
  'AwaitExpression',
  'BinaryExpression',
  'CallExpression',
  'ChainExpression',
  'ClassExpression',
  'ConditionalExpression',
  'FunctionExpression',
  'ImportExpression',
  'LogicalExpression',
  'MemberExpression',
  'MetaProperty',
  'NewExpression',
  'ObjectExpression',
  'ParenthesizedExpression',
  'SequenceExpression',
  'TaggedTemplateExpression',
  'ThisExpression',
  'UnaryExpression',
  'UpdateExpression',
  'YieldExpression',
  'JSXElement',
  'JSXFragment',
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSNonNullExpression',
  'TSInstantiationExpression',
]);

/** Whether a node is an expression that stands where an expression may: no key, member name, label, binding or target. */
export function isExpression(tree: SyntaxTree, node: Node): boolean {
  if (!EXPRESSIONS.has(node.type)) return false;
  const parent = tree.parent(node);
  if (!parent) return false;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      if (tree.parent(parent)?.type === 'ObjectPattern') return false;
      return parent.value === node || (parent.key === node && parent.computed);
    case 'MethodDefinition':
      return false;
    case 'AssignmentExpression':
      return parent.right === node;
    case 'AssignmentPattern':
      return parent.right === node;
    case 'VariableDeclarator':
      return parent.init === node;
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent.right === node;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'TSDeclareFunction':
    case 'CatchClause':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ArrayPattern':
    case 'ObjectPattern':
    case 'RestElement':
    case 'UpdateExpression':
    case 'MetaProperty':
    case 'ImportDeclaration':
    case 'ImportAttribute':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'ExportSpecifier':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'TSModuleDeclaration':
    case 'TSEnumDeclaration':
    case 'TSParameterProperty':
      return false;
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === node;
    case 'UnaryExpression':
      return parent.operator !== 'delete';
    case 'TSEnumMember':
      return parent.initializer === node;
    case 'ExpressionStatement':
      return parent.directive === null;
    default:
      return !parent.type.startsWith('TS') || EXPRESSIONS.has(parent.type) || parent.type === 'TSExportAssignment';
  }
}
