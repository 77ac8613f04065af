import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { oneKind } from '../values/value-kinds.js';
import { actsWhenRead } from './acts-when-read.js';
import { onlyComputes } from './only-computes.js';

/**
 * Whether evaluating an expression may do something besides yielding a value. Reading a member counts
 * as free of effects, but for a getter of this file that is seen to act, and so does turning a value into text.
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
      return actsWhenRead(tree, node) || tree.children(node).some((child) => hasEffects(tree, child));
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
      // Spreading runs an iterator; that of what is seen to be an array is known to do nothing else.
      return (
        hasEffects(tree, node.argument) ||
        (tree.parent(node)?.type !== 'ObjectExpression' && oneKind(tree, node.argument) !== 'array')
      );
    case 'CallExpression':
    case 'NewExpression':
      return (
        !onlyComputes(tree, node) ||
        hasEffects(tree, node.callee) ||
        // Whoever computes may call the functions it is given.
        node.arguments.some((argument) => hasEffects(tree, argument) || holdsCode(tree, argument))
      );
    default:
      return true;
  }
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
