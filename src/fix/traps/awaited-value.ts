import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { refuse } from '../refusal.js';
import type { Trap } from './trap.js';

/** `Promise.all([f()])` → `Promise.all([await f()])`: what is to run beside others would be waited for by itself. */
export const awaitedValue: Trap = ({ task: { tree }, places }) => {
  for (const { was, made } of places) {
    if (was.type === 'AwaitExpression' || made.type !== 'AwaitExpression') continue;
    if (isOfPromises(tree, was) || isPromiseByName(tree, was)) {
      return refuse('await-ambiguous', 'The promise itself is used here, not only its result.');
    }
  }
  return null;
};

function isOfPromises(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'ArrayExpression') return isOfPromises(tree, parent);
  if (parent?.type !== 'CallExpression' || parent.callee === node || parent.callee.type !== 'MemberExpression')
    return false;
  const { object } = parent.callee;
  return object.type === 'Identifier' && object.name === 'Promise';
}

/** A variable that is waited for later, or asked for what promises have. */
function isPromiseByName(tree: SyntaxTree, node: Node): boolean {
  const declarator = tree.parent(node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  return usesOf(tree, declarator.id).some((use) => {
    const parent = tree.parent(use);
    if (parent?.type === 'AwaitExpression') return true;
    if (parent?.type === 'MemberExpression') return /^(?:then|catch|finally)$/.test(memberName(parent) ?? '');
    return isOfPromises(tree, use);
  });
}
