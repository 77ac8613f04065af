import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `throw 'stop'` → `throw new Error('stop')`: who catches it may look at the text. */
export const thrownText: Trap = (change) => {
  const { tree } = change.task;
  for (const { old, next } of changedPairs(change, 'ThrowStatement')) {
    if (next.argument.type !== 'NewExpression' || old.argument.type === 'NewExpression') continue;
    const caught = caughtBy(tree, old);
    if ((caught && looksAt(tree, caught)) || isToldByText(tree, old.argument)) {
      return refuse('same-result', 'Who catches it uses what is thrown as the text it is.');
    }
  }
  return null;
};

/** The parameter of the catch clause, or of the function given to `catch`, that a throw ends in. */
function caughtBy(tree: SyntaxTree, thrown: Node): Node | null {
  let child = thrown;
  for (const node of tree.lineage(thrown)) {
    if (node.type === 'TryStatement' && node.handler && node.block === child) return node.handler.param;
    if (isFunction(node)) return caughtInChain(tree, node);
    child = node;
  }
  return null;
}

/** `p.then(() => { throw 'a'; }).catch((e) => …)` */
function caughtInChain(tree: SyntaxTree, callback: Node): Node | null {
  let node = tree.parent(callback);
  while (node?.type === 'CallExpression' || node?.type === 'NewExpression' || node?.type === 'MemberExpression') {
    const call = tree.parent(node);
    const handler = call?.type === 'CallExpression' && memberName(call.callee) === 'catch' ? call.arguments[0] : null;
    if (handler && isFunction(handler)) return handler.params[0] ?? null;
    node = call;
  }
  return null;
}

/** All but to hand it on, log it, or ask it what errors are asked. */
function looksAt(tree: SyntaxTree, param: Node): boolean {
  return param.type !== 'Identifier' || usesOf(tree, param).some((use) => !treatsAsError(tree, use));
}

function treatsAsError(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'ThrowStatement':
      return true;
    case 'BinaryExpression':
      return parent.operator === 'instanceof';
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
      return /^(?:log|info|warn|error|debug|captureException|reject|next|done)$/.test(calledName(parent.callee) ?? '');
    default:
      return false;
  }
}

/** `if (err === 'stop')`, wherever in the file: what runs between the two need not be told. */
function isToldByText(tree: SyntaxTree, thrown: Node): boolean {
  if (thrown.type !== 'Literal' || typeof thrown.value !== 'string') return false;
  const { value } = thrown;
  return tree.descendants(tree.program).some((node) => {
    if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return false;
    const sides = [node.left, node.right];
    return sides.some((each) => each.type === 'Literal' && each.value === value) && sides.some(isNamedAsError);
  });
}

function isNamedAsError(node: Node): boolean {
  return node.type === 'Identifier' && /^(?:e|ex|err|error|cause|reason|exception|thrown)$/.test(node.name);
}
