import type { Node } from 'oxc-parser';

/** Whether a name is one that the global object goes by; a declaration of the file may hide it. */
export function isGlobalObject(node: Node): boolean {
  return node.type === 'Identifier' && /^(?:globalThis|window|self|global)$/.test(node.name);
}
