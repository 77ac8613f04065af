import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
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
    if (!copied || !isData(copied)) {
      return refuse('same-arguments', 'Whether all that is copied is plain data cannot be told.');
    }
  }
  return null;
};

const COPIES = /^(?:cloneDeep|deepClone|deepCopy|cloneDeepWith|clone|klona|rfdc|extend)$/;

function isData(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return !('regex' in node);
    case 'ArrayExpression':
      return node.elements.every((each) => each !== null && isData(each));
    case 'ObjectExpression':
      return node.properties.every((each) => each.type === 'Property' && isData(each.value));
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && calledName(node.callee) === 'parse';
    default:
      return false;
  }
}
