import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `createCipheriv('aes-128-cbc', key, iv)` → `'aes-256-gcm'`: another length of the key, a tag to be kept, and what was
 * sealed before can be opened no more.
 */
export const otherCipher: Trap = (change) => {
  const { before, after } = change;
  const isOther = changedPairs(change, 'CallExpression').some(({ old, next }) => {
    if (!/^create(?:C|Dec)ipheriv$/.test(calledName(old.callee) ?? '')) return false;
    return algorithm(before, old.arguments) !== algorithm(after, next.arguments);
  });
  return isOther
    ? refuse('same-arguments', 'The key, the vector and what was sealed before belong to the cipher that stands here.')
    : null;
};

function algorithm(tree: SyntaxTree, [first]: readonly Node[]): string {
  return first ? textOf(tree, first) : '';
}
