import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { reachedFrom } from '../../semantics/values/values-from.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `prisma.$transaction([prisma.user.count()])` → `[retry(() => prisma.user.count())]`: what a database is handed to run as
 * one are queries that have not begun, and a promise is none. Nor is what `then` or `catch` make of a query.
 */
export const batchedQuery: Trap = ({ before: tree, after, places }) => {
  const isLost = places.some(({ was, made }) => {
    if (!CALL.test(was.type) || !/Expression$/.test(made.type)) return false;
    const isQuery = headOf(after, made) === headOf(tree, was) && !HANDLES.test(lastOf(made));
    return !isQuery && isBatched(tree, was);
  });
  return isLost ? refuse('same-result', 'A list of queries is run as one here, and a promise is no query.') : null;
};

const CALL = /^(?:Call|Member|Chain|Tagged\w+)Expression$/;
const HANDLES = /^(?:then|catch|finally)$/;

/** What a chain begins with: `prisma` of `prisma.user.count()`. */
function headOf(tree: SyntaxTree, node: Node): string {
  switch (node.type) {
    case 'MemberExpression':
      return headOf(tree, node.object);
    case 'CallExpression':
      return headOf(tree, node.callee);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return headOf(tree, node.expression);
    case 'TaggedTemplateExpression':
      return headOf(tree, node.tag);
    default:
      return textOf(tree, node);
  }
}

function lastOf(node: Node): string {
  return node.type === 'CallExpression' ? (calledName(node.callee) ?? '') : '';
}

/** Whether a query comes into a list that is run as one: itself, under a name, or as what a callback of `map` gives. */
function isBatched(tree: SyntaxTree, query: Node): boolean {
  return reachedFrom(query, (value) => [...comesTo(tree, value), ...listsWith(tree, value)]).some((value) => {
    const call = tree.parent(value);
    return (
      call?.type === 'CallExpression' && call.arguments[0] === value && RUNS_AS_ONE.test(memberName(call.callee) ?? '')
    );
  });
}

const RUNS_AS_ONE = /^(?:\$transaction|batch)$/;

/** The list that a value is an element of, or that `map` makes of what it is the result of. */
function listsWith(tree: SyntaxTree, value: Node): readonly Node[] {
  const parent = tree.parent(value);
  if (parent?.type === 'ArrayExpression') return [parent];
  if (parent?.type === 'SpreadElement') return listsWith(tree, parent);
  const callback = parent?.type === 'ArrowFunctionExpression' && parent.body === value ? parent : null;
  const call = callback && tree.parent(callback);
  return call?.type === 'CallExpression' && memberName(call.callee) === 'map' ? [call] : [];
}
