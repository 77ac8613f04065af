import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isPlainData } from '../../semantics/values/is-plain-data.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `cloneDeep(x)` → `structuredClone(x)`: functions, and what a framework has wrapped to watch it, make the new one throw; of
 * an object of a class it keeps the fields alone.
 */
export const deepCopy: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    if (was === is || is !== 'structuredClone' || !COPIES.test(was)) continue;
    const [copied] = old.arguments;
    if (!copied || !isData(change.before, copied)) {
      return refuse('same-arguments', 'Whether all that is copied is plain data cannot be told.');
    }
  }
  return null;
};

const COPIES = /^(?:cloneDeep|deepClone|deepCopy|cloneDeepWith|clone|klona|rfdc|extend)$/;

/** What was read from JSON just now is data as well. */
function isData(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'CallExpression') return memberName(node.callee) === 'parse';
  return isPlainData(tree, node);
}
