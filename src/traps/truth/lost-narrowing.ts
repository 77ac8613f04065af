import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { mayBeNullish, typesOf } from '../../semantics/values/primitive-type.js';
import { isFunction } from '../../syntax/is-function.js';
import { isTypeScript } from '../../syntax/language-of.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `!!user && user.name` → `Boolean(user) && user.name` runs the same, but where the test holds, TypeScript knows by
 * `!!user` what `user` is, and nothing by a call.
 */
export const lostNarrowing: Trap = ({ before: tree, site, after, places }) => {
  if (!isTypeScript(tree.path)) return null;
  for (const { was, made } of places) {
    const tested = testedBy(was);
    if (!tested || made.type !== 'CallExpression' || textOf(after, made.callee) !== 'Boolean') continue;
    if (mayBeNullish(typesOf(tree, tested, site.types)) && isUsedWhereItHolds(tree, was, textOf(tree, tested))) {
      return refuse('keeps-narrowing', 'TypeScript learns from this test what the value is, and nothing from a call.');
    }
  }
  return null;
};

/** What is asked twice for its opposite. */
function testedBy(test: Node): Node | null {
  const inner = operandOf(test);
  return inner && operandOf(inner);
}

function operandOf(node: Node): Node | null {
  return node.type === 'UnaryExpression' && node.operator === '!' ? node.argument : null;
}

/** Whether a value, as it is written, comes up again in code that runs only where a test of it holds. */
function isUsedWhereItHolds(tree: SyntaxTree, test: Node, value: string): boolean {
  const holds = (...nodes: readonly (Node | null)[]): boolean =>
    nodes.some((node) => node && tree.descendants(node).some((each) => textOf(tree, each) === value));
  for (let node = test, parent = tree.parent(node); parent; node = parent, parent = tree.parent(node)) {
    switch (parent.type) {
      case 'LogicalExpression':
        if (parent.operator === '&&' && parent.left === node && holds(parent.right)) return true;
        break;
      case 'ParenthesizedExpression':
      case 'UnaryExpression':
        break;
      case 'ConditionalExpression':
      case 'IfStatement':
        return parent.test === node && (holds(parent.consequent, parent.alternate) || isLeftBy(tree, parent, holds));
      case 'WhileStatement':
      case 'ForStatement':
        return parent.test === node && holds(parent.body);
      default:
        // `list.filter((each) => !!each)` is a list of what is there.
        if (!isFunction(parent) || parent.body !== node || parent.returnType) return false;
        return tree.parent(parent)?.type === 'CallExpression';
    }
  }
  return false;
}

/** Whether a value comes up behind `if (!value) return;`. */
function isLeftBy(tree: SyntaxTree, node: Node, holds: (...nodes: readonly Node[]) => boolean): boolean {
  const block = tree.parent(node);
  if (node.type !== 'IfStatement' || !block) return false;
  return holds(...tree.children(block).filter(({ start }) => start >= node.end));
}
