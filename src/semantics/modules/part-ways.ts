import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** Whether one of `exports` and `module.exports` is set, and not both to the same. */
export function partWays(tree: SyntaxTree): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (!isSetting(tree, node)) return false;
    const [inner, outer] = [node.right, tree.parent(node)];
    return !isSetting(tree, inner) && !(outer && isSetting(tree, outer) && outer.right === node);
  });
}

function isSetting(tree: SyntaxTree, node: Node): node is Extract<Node, { type: 'AssignmentExpression' }> {
  return node.type === 'AssignmentExpression' && /^(?:module\.)?exports$/.test(textOf(tree, node.left));
}
