import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `if (String.prototype.trimLeft) text = text.trimLeft()` → `text.trimStart()`: where the one is asked for, there need not be
 * the other.
 */
export const guardedMethod: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [memberName(old.callee), memberName(next.callee)];
    if (was === null || is === null || was === is) continue;
    if (old.callee.type !== 'MemberExpression' || !isAskedFor(tree, old, old.callee.object, was)) continue;
    return refuse('typeof-guard', `It is asked here whether there is "${was}", and "${is}" need not be there with it.`);
  }
  return null;
};

/** Whether what is around a call in its own file asks whether its object, or all of its kind, has the method. */
function isAskedFor(tree: SyntaxTree, call: Node, object: Node, method: string): boolean {
  const receiver = textOf(tree, object);
  let part = call;
  for (const around of tree.lineage(call).slice(1)) {
    const test = testOf(around, part);
    if (test && tree.descendants(test).some((each) => isOfKind(tree, each, receiver, method))) return true;
    part = around;
  }
  return false;
}

/** The question whose answer leads to a part. */
function testOf(node: Node, part: Node): Node | null {
  switch (node.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return node.consequent === part ? node.test : null;
    case 'LogicalExpression':
      return node.operator === '&&' && node.right === part ? node.left : null;
    default:
      return null;
  }
}

/** `text.trimLeft`, `String.prototype.trimLeft`, and no call of it */
function isOfKind(tree: SyntaxTree, node: Node, receiver: string, method: string): boolean {
  if (node.type !== 'MemberExpression' || memberName(node) !== method) return false;
  const parent = tree.parent(node);
  if (parent?.type === 'CallExpression' && parent.callee === node) return false;
  const object = textOf(tree, node.object);
  return object === receiver || object.endsWith('.prototype');
}
