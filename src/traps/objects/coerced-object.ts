import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `typeof a === 'object' ? '' + a : a` → `${a}`: `+` asks an object for its `valueOf` first, a template for its text. */
export const coercedObject: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'BinaryExpression', 'TemplateLiteral', 'CallExpression')) {
    if (old.type !== 'BinaryExpression' || old.operator !== '+' || next.type === 'BinaryExpression') continue;
    const [coerced, ...others] = [old.left, old.right].filter((side) => !isEmptyText(side));
    if (coerced && others.length === 0 && isTestedObject(tree, coerced)) {
      return refuse('same-result', 'It is an object here, whose value `+` asks for, and not its text.');
    }
  }
  return null;
};

function isEmptyText(node: Node): boolean {
  return node.type === 'Literal' && node.value === '';
}

/** Whether a test around it in its own function says that it is an object. */
function isTestedObject(tree: SyntaxTree, value: Node): boolean {
  for (let child = value, parent = tree.parent(value); parent; child = parent, parent = tree.parent(parent)) {
    if (isFunction(parent)) return false;
    const test = testFor(parent, child);
    if (test && asksForObject(tree, test, textOf(tree, value))) return true;
  }
  return false;
}

/** What has to come out true for a part of a choice to be reached. */
function testFor(parent: Node, child: Node): Node | null {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return child === parent.consequent ? parent.test : null;
    case 'LogicalExpression':
      return child === parent.right && parent.operator === '&&' ? parent.left : null;
    default:
      return null;
  }
}

function asksForObject(tree: SyntaxTree, test: Node, value: string): boolean {
  if (test.type === 'ParenthesizedExpression') return asksForObject(tree, test.expression, value);
  if (test.type === 'LogicalExpression' && test.operator === '&&') {
    return asksForObject(tree, test.left, value) || asksForObject(tree, test.right, value);
  }
  if (test.type !== 'BinaryExpression' || !/^===?$/.test(test.operator)) return false;
  const sides = [test.left, test.right];
  return (
    sides.some((side) => side.type === 'Literal' && side.value === 'object') &&
    sides.some(
      (side) => side.type === 'UnaryExpression' && side.operator === 'typeof' && textOf(tree, side.argument) === value,
    )
  );
}
