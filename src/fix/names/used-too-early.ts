import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { isAmbient } from '../../syntax/is-ambient.js';
import { isFunction } from '../../syntax/is-function.js';
import type { Binding } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** What has its value only once its declaration has run. */
const IN_TURN: ReadonlySet<Binding['kind']> = new Set(['var', 'let', 'const', 'using', 'class', 'enum']);

/** Whether code at a place uses a name before its declaration has run, which stands further down in the same function. */
export function usedTooEarly(
  tree: SyntaxTree,
  at: Node,
  offset: number,
  { kind, identifier, scope }: Binding,
): boolean {
  if (!IN_TURN.has(kind) || identifier.start < offset || isAmbient(tree, identifier)) return false;
  for (const node of tree.lineage(at)) {
    // What a function does is done when it is called; what touches it stands beside it.
    const isAround = node.start < offset && offset < node.end;
    if (isFunction(node) && isAround && node !== scope) return false;
    if (node === scope) return true;
  }
  return true;
}

/** Whether code stands in a function that lies whole in one of the ranges: what that does is done when it is called. */
export function runsLater(tree: SyntaxTree, code: Node, ranges: readonly TextRange[]): boolean {
  return tree.lineage(code).some((node) => isFunction(node) && ranges.some((range) => contains(range, node)));
}
