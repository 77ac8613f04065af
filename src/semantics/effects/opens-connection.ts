import type { Node } from 'oxc-parser';
import { isCall } from '../../syntax/is-call.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Whether a value is what a session or connection is opened with: `session({ secret: 'keyboard cat' })`. Nobody reads a
 * text there, of however many words it is.
 */
export function opensConnection(tree: SyntaxTree, value: Node): boolean {
  const [property, object] = tree.lineage(value).slice(1);
  if (property?.type !== 'Property' || property.value !== value || object?.type !== 'ObjectExpression') return false;
  const call = tree.parent(object);
  return call !== null && isCall(call) && call.callee !== object && OPENERS.test(calledName(call.callee) ?? '');
}

const OPENERS = /^(?:\w*[sS]ession|create(?:Client|Connection|Pool|Transport))$/;
