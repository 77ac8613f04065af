import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { knownCallsOf } from '../values/comes-to.js';

/**
 * The parameters of catch clauses, and of functions given to `catch`, that a throw ends in: of those around it, or of
 * those around the calls of the function it is in.
 */
export function caughtBy(tree: SyntaxTree, thrown: Node, seen: readonly Node[] = []): readonly Node[] {
  const handled = caughtInChain(tree, thrown);
  if (handled) return [handled];
  const handler = handlerAround(tree, thrown);
  if (handler) return handler.param ? [handler.param] : [];
  const holder = tree.lineage(thrown).find(isFunction);
  if (!holder) return [];
  const caught = caughtInChain(tree, holder);
  if (caught || seen.includes(holder)) return caught ? [caught] : [];
  return knownCallsOf(tree, holder).flatMap((call) => caughtBy(tree, call, [...seen, holder]));
}

/** The catch clause of the same function that a throw ends in; null where it leaves the function, or the file. */
export function handlerAround(tree: SyntaxTree, thrown: Node): CatchClause | null {
  let child = thrown;
  for (const node of tree.lineage(thrown)) {
    if (isFunction(node)) return null;
    if (node.type === 'TryStatement' && node.handler && node.block === child) return node.handler;
    child = node;
  }
  return null;
}

type CatchClause = Extract<Node, { type: 'CatchClause' }>;

/** `p.then(() => { throw 'a'; }).catch((e) => …)`, or `check(x).catch((e) => …)` */
function caughtInChain(tree: SyntaxTree, inside: Node): Node | null {
  let node = tree.parent(inside);
  while (node?.type === 'CallExpression' || node?.type === 'NewExpression' || node?.type === 'MemberExpression') {
    const call = tree.parent(node);
    const handler = call?.type === 'CallExpression' && memberName(call.callee) === 'catch' ? call.arguments[0] : null;
    if (handler && isFunction(handler)) return handler.params[0] ?? null;
    node = call;
  }
  return null;
}
