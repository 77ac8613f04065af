import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** Whether a value stands where it was asked to be a list: `Array.isArray(x) && f(x)`, `if (Array.isArray(x)) f(x);`. */
export function isAskedAsList(tree: SyntaxTree, value: Node): boolean {
  const asked = `Array.isArray(${textOf(tree, value)})`;
  const asks = (node: Node): boolean =>
    node.type === 'LogicalExpression' && node.operator === '&&'
      ? asks(node.left) || asks(node.right)
      : textOf(tree, node) === asked;
  return tree.lineage(value).some((node, depth, around) => {
    const child = around[depth - 1];
    switch (node.type) {
      case 'LogicalExpression':
        return node.operator === '&&' && node.right === child && asks(node.left);
      case 'IfStatement':
      case 'ConditionalExpression':
        return node.consequent === child && asks(node.test);
      default:
        return false;
    }
  });
}
