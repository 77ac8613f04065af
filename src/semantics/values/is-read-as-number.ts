import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { variableValues } from './variable-values.js';

/** `Number(text)`, `parseInt(text, 10)`, `+text`, or a variable that is given one of them: it may well be no number. */
export function isReadAsNumber(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ParenthesizedExpression') return isReadAsNumber(tree, node.expression);
  if (node.type === 'UnaryExpression') return node.operator === '+';
  if (node.type === 'CallExpression') return READS_NUMBER.test(textOf(tree, node.callee));
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  const given = (binding && variableValues(tree, binding)) ?? [];
  return given.some(({ value }) => value !== null && value.type !== 'Identifier' && isReadAsNumber(tree, value));
}

const READS_NUMBER = /^(?:Number|(?:Number\.)?parse(?:Int|Float))$/;
