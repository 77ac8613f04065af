import type { Node } from 'oxc-parser';
import type { Call } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether a call prints what a program is run for, such as `console.log(token);` below a shebang: other programs read
 * that. What has words of its own is told to people, and what a function prints may be left from a search for a fault.
 */
export function printsResult(tree: SyntaxTree, call: Call): boolean {
  const [printed, ...others] = call.arguments;
  if (!printed || others.length > 0 || textOf(tree, call.callee) !== 'console.log' || !isProgram(tree)) return false;
  if (tree.lineage(call).some((node) => isFunction(node) || node.type === 'CatchClause')) return false;
  return isBare(tree, printed);
}

/** `bin` is where packages keep their programs. */
function isProgram(tree: SyntaxTree): boolean {
  return tree.text.startsWith('#!') || /(?:^|\/)bin\//.test(tree.path);
}

/** A value without a word about it, such as `argv.x / argv.y`. */
function isBare(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'CallExpression') return textOf(tree, node.callee) === 'JSON.stringify';
  if (node.type === 'ParenthesizedExpression') return isBare(tree, node.expression);
  if (node.type === 'BinaryExpression') return isBare(tree, node.left) && isBare(tree, node.right);
  return node.type === 'Identifier' || node.type === 'MemberExpression';
}
