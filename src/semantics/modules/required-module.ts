import type { Node } from 'oxc-parser';

/** The module of `require('m')` or `require('m').member`; null for any other expression. */
export function requiredModule(node: Node | null): string | null {
  if (node?.type === 'MemberExpression') return requiredModule(node.object);
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return null;
  const argument = node.arguments[0];
  return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : null;
}
