import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `return Promise.reject(error)`, `process.exit(1)` → `throw error` where a `catch` stands around it: that was passed by. */
export const caughtThrow: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old.find(isStatement), next.find(isStatement)];
    if (made?.type !== 'ThrowStatement' || !was || was.type === 'ThrowStatement') continue;
    if (leavesBlock(tree, was) && isCaughtHere(after, made)) {
      return refuse('same-result', 'The catch around it would take what is thrown.');
    }
  }
  return null;
};

function isStatement({ type }: Node): boolean {
  return /Statement$/.test(type) && type !== 'BlockStatement';
}

function isCaughtHere(tree: SyntaxTree, thrown: Node): boolean {
  let child = thrown;
  for (const node of tree.lineage(thrown)) {
    if (isFunction(node)) return false;
    if (node.type === 'TryStatement' && node.handler && node.block === child) return true;
    child = node;
  }
  return false;
}
