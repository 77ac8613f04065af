import type { ArrowFunctionExpression, Node, Function as OxcFunction } from 'oxc-parser';

/** A function with a body: declared, an expression or an arrow. The value of a method, getter or setter is one as well. */
export type FunctionNode =
  | ArrowFunctionExpression
  | (OxcFunction & { readonly type: 'FunctionDeclaration' | 'FunctionExpression' });

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}
