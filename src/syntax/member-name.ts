import type { Node } from 'oxc-parser';
import { staticName } from './static-name.js';

/** The name of the member an expression reads, such as `slice` of `text.slice`, or `#n`; null when it reads none by a name. */
export function memberName(node: Node): string | null {
  return node.type === 'MemberExpression' && !node.computed ? staticName(node.property, false) : null;
}

/** What a call names: a function, or the member of something. */
export function calledName(callee: Node): string | null {
  return callee.type === 'Identifier' ? callee.name : memberName(callee);
}
