import type { Node } from 'oxc-parser';
import { nameScopes } from '../syntax/name-scopes.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

/**
 * Whether evaluating an expression may do something besides yielding a value. Reading a member counts
 * as free of effects (a getter that acts is not looked for), and so does turning a value into text.
 * Calls do not, but for a few built-in ones that only compute.
 */
export function hasEffects(tree: SyntaxTree, node: Node): boolean {
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'PrivateIdentifier':
    case 'ThisExpression':
    case 'Super':
    case 'MetaProperty':
    case 'TemplateElement':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return false;
    case 'MemberExpression':
    case 'TemplateLiteral':
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'SequenceExpression':
      return tree.children(node).some((child) => hasEffects(tree, child));
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return hasEffects(tree, node.expression);
    case 'Property':
      return (node.computed && hasEffects(tree, node.key)) || hasEffects(tree, node.value);
    case 'UnaryExpression':
      return node.operator === 'delete' || hasEffects(tree, node.argument);
    case 'SpreadElement':
      return !isArray(tree, node.argument) && tree.parent(node)?.type !== 'ObjectExpression';
    case 'CallExpression':
    case 'NewExpression':
      return !onlyComputes(tree, node) || node.arguments.some((argument) => hasEffects(tree, argument));
    default:
      return true;
  }
}

/** Spreading runs an iterator; of rest parameters and array literals it is known to do nothing else. */
function isArray(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ArrayExpression') return !hasEffects(tree, node);
  if (node.type !== 'Identifier') return false;
  const binding = nameScopes(tree).resolve(node.name, node);
  if (!binding) return false;
  if (binding.kind === 'parameter') return tree.parent(binding.identifier)?.type === 'RestElement';
  const { declaration } = binding;
  return (
    binding.kind === 'const' &&
    declaration.type === 'VariableDeclarator' &&
    declaration.init?.type === 'ArrayExpression'
  );
}

const FUNCTIONS: ReadonlySet<string> = new Set([
  'String',
  'Number',
  'Boolean',
  'parseInt',
  'parseFloat',
  'isNaN',
  'Error',
  'Date',
  'JSON.stringify',
  'Object.keys',
  'Object.values',
  'Object.entries',
  'Array.isArray',
  'Number.isInteger',
  'Number.isNaN',
  'Date.now',
  'performance.now',
  'Math.round',
  'Math.floor',
  'Math.ceil',
  'Math.max',
  'Math.min',
  'Math.abs',
]);

/** Methods whose name nobody gives to something that acts. */
const METHODS: ReadonlySet<string> = new Set([
  'toFixed',
  'toISOString',
  'toLocaleString',
  'toString',
  'toUpperCase',
  'toLowerCase',
  'padStart',
  'padEnd',
  'trim',
]);

function onlyComputes(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>): boolean {
  const { callee } = call;
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  if (root.type === 'Identifier' && FUNCTIONS.has(tree.text.slice(callee.start, callee.end))) {
    return nameScopes(tree).resolve(root.name, root) === null;
  }
  if (call.type === 'NewExpression' || callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier')
    return false;
  return !callee.computed && METHODS.has(callee.property.name) && !hasEffects(tree, callee.object);
}

/** A function among the arguments holds code that would vanish with the call. */
export function holdsCode(tree: SyntaxTree, node: Node): boolean {
  for (const each of tree.descendants(node)) {
    if ((each.type === 'FunctionExpression' || each.type === 'ArrowFunctionExpression') && each.body) {
      if (each.body.type !== 'BlockStatement' ? hasEffects(tree, each.body) : each.body.body.length > 0) return true;
    }
  }
  return false;
}
