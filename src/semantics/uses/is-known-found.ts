import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { readComparison } from './read-comparison.js';

type Identifier = Extract<Node, { type: 'Identifier' }>;

/**
 * Whether a variable that is never set again is not -1 where it stands: `i !== -1 ? a(i) : b`, `if (i < 0) return;`. As
 * far as what is around it in its own function tells.
 */
export function isKnownFound(tree: SyntaxTree, name: Identifier): boolean {
  for (let child: Node = name, parent = tree.parent(name); parent; child = parent, parent = tree.parent(parent)) {
    if (isFunction(parent)) return false;
    if (isAskedAround(tree, parent, child, name) || isAskedBefore(tree, parent, child, name)) return true;
  }
  return false;
}

function isAskedAround(tree: SyntaxTree, parent: Node, child: Node, name: Identifier): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (child === parent.consequent) return tells(tree, parent.test, name, true);
      return child === parent.alternate && tells(tree, parent.test, name, false);
    case 'LogicalExpression':
      return (
        child === parent.right && parent.operator !== '??' && tells(tree, parent.left, name, parent.operator === '&&')
      );
    default:
      return false;
  }
}

/** `if (i === -1) return;` above it in its block. */
function isAskedBefore(tree: SyntaxTree, parent: Node, child: Node, name: Identifier): boolean {
  const body: readonly Node[] = parent.type === 'BlockStatement' || parent.type === 'Program' ? parent.body : [];
  return body.slice(0, Math.max(0, body.indexOf(child))).some((each) => {
    return each.type === 'IfStatement' && leavesBlock(tree, each.consequent) && tells(tree, each.test, name, false);
  });
}

/** Whether a test that comes out true (or false) says that the variable is not -1. */
function tells(tree: SyntaxTree, test: Node, name: Identifier, outcome: boolean): boolean {
  switch (test.type) {
    case 'ParenthesizedExpression':
      return tells(tree, test.expression, name, outcome);
    case 'UnaryExpression':
      if (test.operator === '!') return tells(tree, test.argument, name, !outcome);
      return test.operator === '~' && outcome && isName(tree, test.argument, name);
    case 'LogicalExpression':
      if (test.operator !== (outcome ? '&&' : '||')) return false;
      return tells(tree, test.left, name, outcome) || tells(tree, test.right, name, outcome);
    case 'BinaryExpression': {
      const operand = [test.left, test.right].find((each) => isName(tree, each, name));
      if (!operand) return false;
      const { operator, bound } = readComparison(test, operand);
      const asked = `${operator} ${textOf(tree, bound).replace(/\s/g, '')}`;
      return (outcome ? FOUND : MISSING).test(asked);
    }
    default:
      return false;
  }
}

const FOUND = /^(?:!==? -1|> -1|>=? 0|>=? [1-9]\d*)$/;

const MISSING = /^(?:===? -1|<= -1|< 0)$/;

function isName(tree: SyntaxTree, node: Node, name: Identifier): boolean {
  if (node.type !== 'Identifier' || node.name !== name.name) return false;
  const scopes = nameScopes(tree);
  return scopes.resolve(name.name, node) === scopes.resolve(name.name, name);
}
