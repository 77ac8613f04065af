import type { Node } from 'oxc-parser';

/** `x as const` and `<const>x`, which take literals only. */
export function isConstAssertion(node: Node): boolean {
  if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return false;
  const type = node.typeAnnotation;
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const';
}
