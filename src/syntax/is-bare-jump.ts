import type { Node } from 'oxc-parser';

/** `break`, `return`: what only leads out of where it stands. */
export function isBareJump(node: Node): boolean {
  return node.type === 'ReturnStatement'
    ? node.argument === null
    : /^(?:Break|Continue|Empty)Statement$/.test(node.type);
}
