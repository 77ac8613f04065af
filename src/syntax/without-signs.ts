import type { Node } from 'oxc-parser';

/** What an expression asks for truth of: `a` of `(a)`, `!a` and `!!a`, and whether an odd number of signs negates it. */
export function withoutSigns(node: Node, isNegated = false): { readonly core: Node; readonly isNegated: boolean } {
  if (node.type === 'ParenthesizedExpression') return withoutSigns(node.expression, isNegated);
  const isSign = node.type === 'UnaryExpression' && node.operator === '!';
  return isSign ? withoutSigns(node.argument, !isNegated) : { core: node, isNegated };
}
