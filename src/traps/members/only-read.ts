import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isKnownGlobal } from '../../semantics/names/is-known-global.js';
import { isDelete, isDeleted, isWritten } from '../../semantics/names/is-written.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/** `process.env.CI = '1'` → `env.CI = '1'`: whoever reads the global does not see what was written elsewhere. */
export const onlyRead: Trap = (change) => {
  const { before: tree } = change;
  if (change.places.some(({ old: [was], next: [is] }) => was && is && isDelete(was) && !isDelete(is))) {
    return refuse('only-read', 'A member that is deleted is gone; one that is set to something is not.');
  }
  if (
    change.places.some(({ old: [member], next: [now] }) => member && isDeleted(tree, member) && now && !isMember(now))
  ) {
    return refuse('only-read', 'What is deleted here would no longer be a member of anything.');
  }
  for (const { old, next } of changedPairs(change, 'MemberExpression')) {
    if (!isOfGlobal(tree, old) || isOfGlobal(change.after, next)) continue;
    const member = outermost(tree, old);
    if (isWritten(tree, member) || isDeleted(tree, member)) {
      return refuse('only-read', 'What is set or deleted here is the global, which others may read.');
    }
  }
  return null;
};

function outermost(tree: SyntaxTree, node: Node): Node {
  const parent = tree.parent(node);
  return parent?.type === 'MemberExpression' && parent.object === node ? outermost(tree, parent) : node;
}

function isMember(node: Node): boolean {
  return /^(?:Member|Chain|Parenthesized)Expression$/.test(node.type);
}

function isOfGlobal(tree: SyntaxTree, node: Node): boolean {
  let root = node;
  while (root.type === 'MemberExpression') root = root.object;
  return isKnownGlobal(tree, root);
}
