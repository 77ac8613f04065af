import type { Node } from 'oxc-parser';

/** What stands around an expression and has its value: brackets, and what tells the compiler of its type. */
export type OuterExpression = Extract<
  Node,
  {
    type:
      | 'ParenthesizedExpression'
      | 'TSAsExpression'
      | 'TSNonNullExpression'
      | 'TSSatisfiesExpression'
      | 'TSTypeAssertion';
  }
>;

export function isOuterExpression(node: Node): node is OuterExpression {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return true;
    default:
      return false;
  }
}
