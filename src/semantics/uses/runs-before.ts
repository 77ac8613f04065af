import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Whether a declared function may run before the code at an offset does: its name, or that of a declared function which
 * uses it, stands in front of the offset. Where it is only handed on there, it may still be called at once.
 */
export function runsBefore(tree: SyntaxTree, start: Node, offset: number): boolean {
  const seen = new Set<Node>([start]);
  for (const callee of seen) {
    for (const { node, binding } of nameScopes(tree).references) {
      if (binding?.declaration !== callee || contains(callee, node)) continue;
      const user = tree.lineage(node).find((each) => each.type === 'FunctionDeclaration');
      // What stands in a function declared further down runs when that one does.
      if (user && !contains(user, start)) seen.add(user);
      else if (node.start < offset) return true;
    }
  }
  return false;
}
