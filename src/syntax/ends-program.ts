import type { Node } from 'oxc-parser';
import { memberName } from './member-name.js';

/** `process.exit(1)`, `process.abort()`: behind it nothing runs. */
export function endsProgram(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  const name = memberName(node.callee);
  return object.type === 'Identifier' && object.name === 'process' && (name === 'exit' || name === 'abort');
}
