import type { Node } from 'oxc-parser';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether a value is used for its truth alone: the test of a branch or loop, or of each element of a list, or part of one. */
export function isTested(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return parent.test === node;
    case 'ConditionalExpression':
      return parent.test === node || isTested(tree, parent);
    case 'UnaryExpression':
      return parent.operator === '!';
    // What is on the left of && is tested, and is what comes of the whole where it is false.
    case 'LogicalExpression':
    case 'ParenthesizedExpression':
      return isTested(tree, parent);
    case 'ReturnStatement': {
      const around = tree.lineage(parent).find(isFunction);
      return around !== undefined && isTestOfElements(tree, around);
    }
    case 'ArrowFunctionExpression':
      return parent.body === node && isTestOfElements(tree, parent);
    default:
      return false;
  }
}

/** `list.every((each) => …)` */
function isTestOfElements(tree: SyntaxTree, asked: FunctionNode): boolean {
  const call = tree.parent(asked);
  if (asked.async || asked.generator || call?.type !== 'CallExpression' || call.arguments[0] !== asked) return false;
  return call.callee.type === 'MemberExpression' && TESTS_ELEMENTS.test(memberName(call.callee) ?? '');
}

const TESTS_ELEMENTS = /^(?:some|every|filter|find(?:Last)?(?:Index)?)$/;
