import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { knownCallsOf } from '../values/comes-to.js';
import { reachedFrom } from '../values/values-from.js';

/**
 * The calls inside an expression of functions that themselves come to call the function it stands in: `this.log(t)` in
 * `info`, which `log` calls.
 */
export function callsBack(tree: SyntaxTree, node: Node): readonly Node[] {
  const holder = namedAround(tree, node);
  if (!holder) return [];
  const callers = reachedFrom(holder, (each) => {
    const calls = isFunction(each) ? knownCallsOf(tree, each) : [];
    return calls.flatMap((call) => namedAround(tree, call) ?? []);
  });
  return callers.flatMap((each) =>
    isFunction(each) ? knownCallsOf(tree, each).filter((call) => contains(node, call)) : [],
  );
}

/** The innermost function around a node that can be called by a name. */
function namedAround(tree: SyntaxTree, node: Node): FunctionNode | null {
  const named = tree
    .lineage(node)
    .find((each) => isFunction(each) && (each.id !== null || NAMES.test(tree.parent(each)?.type ?? '')));
  return named && isFunction(named) ? named : null;
}

const NAMES = /^(?:VariableDeclarator|Property|MethodDefinition)$/;
