import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `require(file)` → `await import(file)`: one takes paths, looks for what they end in and gives what the file exports;
 * the other takes addresses, which a path of Windows is not, and gives a namespace around it.
 */
export const requiredPath: Trap = ({ before: tree, after, places }) => {
  const isPath = places.some(({ old, next, made }) => {
    const isImported = [...after.descendants(made), ...next].some(({ type }) => type === 'ImportExpression');
    return isImported && old.some((node) => requiresPath(tree, node));
  });
  return isPath ? refuse('same-result', 'What is required by a path would be imported by an address.') : null;
};

function requiresPath(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return false;
  const [module] = node.arguments;
  const value = module && constantValue(tree, module);
  return (
    value !== undefined && !(value.type === 'Literal' || (value.type === 'TemplateLiteral' && !value.expressions[0]))
  );
}
