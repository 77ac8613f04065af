import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes, type Reference } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isCalledThere } from './is-called-there.js';

/**
 * Whether a declared function may run before the code at an offset does: its name, or that of a declared function which
 * uses it, stands in front of the offset. Where it is only handed on there, it may still be called at once.
 */
export function runsBefore(tree: SyntaxTree, start: Node, offset: number): boolean {
  return isReached(tree, start, (use) => use.start < offset);
}

/** Whether code at one of these nodes is sure to run a declared function: it is called or constructed there. */
export function runsWithin(tree: SyntaxTree, start: Node, nodes: readonly Node[]): boolean {
  return isReached(tree, start, (use) => {
    const around = tree.lineage(use);
    const home = around.findIndex((each) => nodes.includes(each));
    const isRun = around.slice(0, Math.max(0, home)).every((each) => !isFunction(each) || isCalledThere(tree, each));
    const parent = tree.parent(use);
    return (
      home >= 0 && isRun && ((parent?.type === 'NewExpression' && parent.callee === use) || isCalledThere(tree, use))
    );
  });
}

/** Of a function all that its name may refer to it by. */
function referencesOf(tree: SyntaxTree, declaration: Node): readonly Reference[] {
  const scopes = nameScopes(tree);
  const isNamed = declaration.type === 'FunctionDeclaration' && declaration.id;
  return (isNamed ? scopes.named(isNamed.name) : scopes).references;
}

/** Whether a use of a declared function, or of one which uses it in turn, is such a one. */
function isReached(tree: SyntaxTree, start: Node, isSuch: (use: Node) => boolean): boolean {
  const seen = new Set<Node>([start]);
  for (const callee of seen) {
    for (const { node, binding } of referencesOf(tree, callee)) {
      if (binding?.declaration !== callee || contains(callee, node)) continue;
      const user = tree.lineage(node).find((each) => each.type === 'FunctionDeclaration');
      // What stands in a function declared further down runs when that one does.
      if (user && !contains(user, start)) seen.add(user);
      else if (isSuch(node)) return true;
    }
  }
  return false;
}
