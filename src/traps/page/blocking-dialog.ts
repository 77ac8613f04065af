import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `alert(text); location.reload();` → `toast(text); location.reload();`: nobody reads what is shown while the page goes. */
export const blockingDialog: Trap = (change) => {
  const { before: tree, after } = change;
  const isGone = changedCalls(change).some(({ old, next }) => {
    if (!/^(?:window\.)?alert$/.test(textOf(tree, old.callee)) || after.parent(next)?.type === 'AwaitExpression')
      return false;
    const root = old.callee.type === 'MemberExpression' ? old.callee.object : old.callee;
    return (
      root.type === 'Identifier' &&
      isUnbound(tree, root) &&
      statementsBehind(tree, old).some((each) => leaves(tree, each))
    );
  });
  return isGone
    ? refuse('same-result', 'An alert is read before the page is left, and what would take its place is not.')
    : null;
};

function statementsBehind(tree: SyntaxTree, node: Node): readonly Node[] {
  const statement = tree.parent(node);
  const block = statement && tree.parent(statement);
  if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return [];
  return block.body.filter(({ start }) => start > node.end);
}

function leaves(tree: SyntaxTree, statement: Node): boolean {
  return LEAVES.test(textOf(tree, statement));
}

const LEAVES =
  /\blocation(?:\.href)?\s*=[^=]|\blocation\.(?:reload|assign|replace)\(|\bwindow\.close\(|\bhistory\.(?:back|go)\(|\.submit\(\)/;
