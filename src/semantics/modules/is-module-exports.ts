import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';

/** Whether an expression is `module.exports`. */
export function isModuleExports(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    memberName(node) === 'exports' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module'
  );
}
