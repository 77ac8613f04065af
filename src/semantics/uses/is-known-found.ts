import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isToldThere } from './is-told-there.js';
import { readComparison } from './read-comparison.js';

type Identifier = Extract<Node, { type: 'Identifier' }>;

/**
 * Whether a variable that is never set again is not -1 where it stands: `i !== -1 ? a(i) : b`, `if (i < 0) return;`. As
 * far as what is around it in its own function tells.
 */
export function isKnownFound(tree: SyntaxTree, name: Identifier): boolean {
  return isToldThere(tree, name, (test, outcome) => saysFound(tree, test, name, outcome));
}

function saysFound(tree: SyntaxTree, test: Node, name: Identifier, outcome: boolean): boolean {
  if (test.type === 'UnaryExpression') {
    return test.operator === '~' && outcome && isName(tree, test.argument, name);
  }
  if (test.type !== 'BinaryExpression') return false;
  const operand = [test.left, test.right].find((each) => isName(tree, each, name));
  if (!operand) return false;
  const { operator, bound } = readComparison(test, operand);
  const asked = `${operator} ${textOf(tree, bound).replace(/\s/g, '')}`;
  return (outcome ? FOUND : MISSING).test(asked);
}

const FOUND = /^(?:!==? -1|> -1|>=? 0|>=? [1-9]\d*)$/;

const MISSING = /^(?:===? -1|<= -1|< 0)$/;

function isName(tree: SyntaxTree, node: Node, name: Identifier): boolean {
  if (node.type !== 'Identifier' || node.name !== name.name) return false;
  const scopes = nameScopes(tree);
  return scopes.resolve(name.name, node) === scopes.resolve(name.name, name);
}
