import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** Whether a test that is no combination of others says what is asked for where it comes out true, or false. */
export type Says = (test: Node, outcome: boolean) => boolean;

/** Whether what is around a place in its own function says something of it: `i !== -1 ? a(i) : b`, `if (i < 0) return;`. */
export function isToldThere(tree: SyntaxTree, node: Node, says: Says): boolean {
  for (let child = node, parent = tree.parent(node); parent; child = parent, parent = tree.parent(parent)) {
    if (isFunction(parent)) return false;
    if (isToldAround(parent, child, says) || isToldBefore(tree, parent, child, says)) return true;
  }
  return false;
}

function isToldAround(parent: Node, child: Node, says: Says): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (child === parent.consequent) return tells(parent.test, true, says);
      return child === parent.alternate && tells(parent.test, false, says);
    case 'LogicalExpression':
      return child === parent.right && parent.operator !== '??' && tells(parent.left, parent.operator === '&&', says);
    default:
      return false;
  }
}

/** `if (i === -1) return;` above it in its block. */
function isToldBefore(tree: SyntaxTree, parent: Node, child: Node, says: Says): boolean {
  const body: readonly Node[] = parent.type === 'BlockStatement' || parent.type === 'Program' ? parent.body : [];
  return body.slice(0, Math.max(0, body.indexOf(child))).some((each) => {
    return each.type === 'IfStatement' && leavesBlock(tree, each.consequent) && tells(each.test, false, says);
  });
}

/** Whether a test that comes out true (or false) says it, by itself or by one of those it consists of. */
export function tells(test: Node, outcome: boolean, says: Says): boolean {
  if (says(test, outcome)) return true;
  switch (test.type) {
    case 'ParenthesizedExpression':
      return tells(test.expression, outcome, says);
    case 'UnaryExpression':
      return test.operator === '!' && tells(test.argument, !outcome, says);
    case 'CallExpression': {
      const [given] = test.arguments;
      return isTruth(test.callee) && given !== undefined && tells(given, outcome, says);
    }
    case 'LogicalExpression':
      if (test.operator !== (outcome ? '&&' : '||')) return false;
      return tells(test.left, outcome, says) || tells(test.right, outcome, says);
    default:
      return false;
  }
}

function isTruth(callee: Node): boolean {
  return callee.type === 'Identifier' && callee.name === 'Boolean';
}

/** A test that says of an expression that it is not null, and of any but `!== null` that it is not undefined either. */
export function saysNotNull(tree: SyntaxTree, name: string): Says {
  return (test, outcome) => {
    if (textOf(tree, test) === name) return outcome;
    if (test.type !== 'BinaryExpression') return false;
    const [left, right] = [textOf(tree, test.left), textOf(tree, test.right)];
    if (!(left === name && right === 'null') && !(left === 'null' && right === name)) return false;
    return outcome ? /^!==?$/.test(test.operator) : /^===?$/.test(test.operator);
  };
}
