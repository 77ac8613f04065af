import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { knownCallsOf } from '../values/comes-to.js';
import { reachedFrom } from '../values/values-from.js';

/**
 * The calls inside an expression of functions that themselves come to call the function it stands in: `this.log(t)` in
 * `info`, which `log` calls.
 */
export function callsBack(tree: SyntaxTree, node: Node): readonly Node[] {
  // Mostly what is called is declared elsewhere, which is soon told.
  const holder = tree.descendants(node).some((each) => callsOwn(tree, each)) ? namedAround(tree, node) : null;
  if (!holder) return [];
  const callers = reachedFrom(holder, (each) => {
    const calls = isFunction(each) ? knownCallsOf(tree, each) : [];
    return calls.flatMap((call) => namedAround(tree, call) ?? []);
  });
  return callers.flatMap((each) =>
    isFunction(each) ? knownCallsOf(tree, each).filter((call) => contains(node, call)) : [],
  );
}

/** Whether a node calls what this file declares, as far as the name tells from which the callee begins. */
function callsOwn(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  if (root.type !== 'Identifier') return root.type === 'ThisExpression';
  const kind = nameScopes(tree).resolve(root.name, root)?.kind;
  return kind !== undefined && kind !== 'import' && kind !== 'parameter';
}

/** The innermost function around a node that can be called by a name. */
function namedAround(tree: SyntaxTree, node: Node): FunctionNode | null {
  const named = tree
    .lineage(node)
    .find((each) => isFunction(each) && (each.id !== null || NAMES.test(tree.parent(each)?.type ?? '')));
  return named && isFunction(named) ? named : null;
}

const NAMES = /^(?:VariableDeclarator|Property|MethodDefinition)$/;
