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
  let child = thrown;
  for (const node of tree.lineage(thrown)) {
    if (node.type === 'TryStatement' && node.handler && node.block === child) {
      return node.handler.param ? [node.handler.param] : [];
    }
    if (isFunction(node)) {
      const caught = caughtInChain(tree, node);
      if (caught || seen.includes(node)) return caught ? [caught] : [];
      return knownCallsOf(tree, node).flatMap((call) => caughtBy(tree, call, [...seen, node]));
    }
    child = node;
  }
  return [];
}

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
