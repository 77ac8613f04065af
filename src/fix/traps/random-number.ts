import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import { changedPairs, memberName, type Trap } from './trap.js';

/** `Math.random() * 6` → `crypto.randomUUID() * 6` is no number. */
export const randomNumber: Trap = (change) => {
  const { tree } = change.task;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    if (!isRandom(old) || isRandom(next)) continue;
    if (isNumeric(tree, old)) return refuse('number-used', 'The number is calculated with or compared.');
  }
  return null;
};

function isRandom({ callee }: Extract<Node, { type: 'CallExpression' }>): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Math' &&
    memberName(callee) === 'random'
  );
}

function isNumeric(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'ParenthesizedExpression':
      return isNumeric(tree, parent);
    case 'BinaryExpression':
      // Added to text, it becomes text whatever it was.
      return parent.operator !== '+' || ![parent.left, parent.right].some(isString);
    case 'UnaryExpression':
      return parent.operator === '-' || parent.operator === '+' || parent.operator === '~';
    case 'MemberExpression':
      return memberName(parent) !== 'toString';
    case 'CallExpression':
      return (
        parent.callee.type === 'MemberExpression' && /^(?:Math|Number)\b/.test(tree.text.slice(parent.callee.start))
      );
    default:
      return false;
  }
}

function isString(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}
