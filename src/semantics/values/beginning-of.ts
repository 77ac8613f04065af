import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { constantValue } from './constant-value.js';

/** What a text begins with, as far as its file spells it out; null where nothing tells. */
export function beginningOf(tree: SyntaxTree, node: Node): string | null {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : null;
    case 'TemplateLiteral':
      return node.quasis[0]?.value.cooked || null;
    case 'ParenthesizedExpression':
      return beginningOf(tree, node.expression);
    case 'BinaryExpression':
      return node.operator === '+' ? beginningOf(tree, node.left) : null;
    case 'Identifier': {
      const value = constantValue(tree, node);
      return value.start < node.start ? beginningOf(tree, value) : null;
    }
    default:
      return null;
  }
}
