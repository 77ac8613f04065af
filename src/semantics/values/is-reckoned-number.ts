import type { Node } from 'oxc-parser';
import type { TypeOracle } from '../../model/type-oracle.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { readsCount } from './is-count.js';
import { onePrimitive, typesOf } from './primitive-type.js';
import { variableValues } from './variable-values.js';

/** Whether a value is a number, or a count by its name, and reckoned with as one: of a name, all that it is ever given. */
export function isReckonedNumber(
  tree: SyntaxTree,
  node: Node,
  oracle: TypeOracle | undefined,
  seen: ReadonlySet<Binding> = new Set(),
): boolean {
  const isOne = (part: Node): boolean => isReckonedNumber(tree, part, oracle, seen);
  if (readsCount(node) || onePrimitive(typesOf(tree, node, oracle)) === 'number') return true;
  if (node.type === 'ParenthesizedExpression') return isOne(node.expression);
  if (node.type === 'ConditionalExpression') return isOne(node.consequent) && isOne(node.alternate);
  if (node.type === 'BinaryExpression')
    return node.operator === '+' ? isOne(node.left) && isOne(node.right) : /^[-*/%]|>>$/.test(node.operator);
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (binding === null) return false;
  if (seen.has(binding)) return true;
  const given = variableValues(tree, binding) ?? [];
  const all = new Set([...seen, binding]);
  return given.length > 0 && given.every(({ value }) => value === null || isReckonedNumber(tree, value, oracle, all));
}
