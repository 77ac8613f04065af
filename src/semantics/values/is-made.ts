import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';

/** A list that nobody else can hold: made on the spot. */
export function isMade(node: Node): boolean {
  switch (node.type) {
    case 'ArrayExpression':
    case 'NewExpression':
      return true;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return isMade(node.expression);
    case 'CallExpression':
      return /^(?:map|filter|flatMap|flat|slice|concat|split|keys|values|entries|from|of|toSorted|toReversed|getOwnPropertyNames)$/.test(
        memberName(node.callee) ?? '',
      );
    default:
      return false;
  }
}
