import type { Node } from 'oxc-parser';
import { staticName } from './static-name.js';

/** What an object literal sets a member to, such as `1` for `a` in `{ a: 1 }`; null where it has none by that name, and of other code. */
export function literalMember(node: Node | undefined, name: string): Node | null {
  if (node?.type !== 'ObjectExpression') return null;
  for (const each of node.properties) {
    if (each.type === 'Property' && staticName(each.key, each.computed) === name) return each.value;
  }
  return null;
}
