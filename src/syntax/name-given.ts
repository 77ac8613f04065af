import type { Node } from 'oxc-parser';
import { calledName } from './member-name.js';
import { staticName } from './static-name.js';

/** The name of the variable, key or member that a value is given to by what holds it; null where that is none of them. */
export function nameGiven(holder: Node | null): string | null {
  switch (holder?.type) {
    case 'VariableDeclarator':
      return calledName(holder.id);
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return staticName(holder.key, holder.computed);
    case 'AssignmentExpression':
      return calledName(holder.left);
    default:
      return null;
  }
}
