import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `alert(text); location.reload();` → `toast(text); location.reload();`: nobody reads what is shown while the page goes. */
export const blockingDialog: Trap = (change) => {
  const { before: tree, after } = change;
  const isGone = changedCalls(change).some(({ old, next }) => {
    if (!ALERT.test(textOf(tree, old.callee)) || ALERT.test(textOf(after, next.callee))) return false;
    if (after.parent(next)?.type === 'AwaitExpression') return false;
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
  const later = [...tree.descendants(statement)].filter((each) => isFunction(each) && runsLater(tree, each));
  return LEAVES.test(later.reduce((text, each) => text.replace(textOf(tree, each), ''), textOf(tree, statement)));
}

/** Whether a function waits for a timer that takes its time, or for an event. */
function runsLater(tree: SyntaxTree, code: Node): boolean {
  const parent = tree.parent(code);
  if (parent?.type === 'AssignmentExpression') return /^on[a-z]+$/.test(memberName(parent.left) ?? '');
  if (parent?.type !== 'CallExpression') return false;
  const [, second] = parent.arguments;
  const name = calledName(parent.callee);
  return second === code
    ? name === 'addEventListener'
    : name === 'setTimeout' && second?.type === 'Literal' && Number(second.value) >= READ;
}

/** Milliseconds in which a short text is read. */
const READ = 1000;

const ALERT = /^(?:(?:window|globalThis|self)\.)?alert$/;

const LEAVES =
  /\blocation(?:\.href)?\s*=[^=]|\blocation\.(?:reload|assign|replace)\(|\bwindow\.close\(|\bhistory\.(?:back|go)\(|\.submit\(\)/;
