import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';

/** A list, or what `new` makes, that nobody else can hold: made on the spot. */
export function isMade(node: Node): boolean {
  switch (node.type) {
    case 'NewExpression':
      return true;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return isMade(node.expression);
    default:
      return isMadeList(node);
  }
}

/** A list made on the spot; what `new` makes need not be one. */
export function isMadeList(node: Node): boolean {
  switch (node.type) {
    case 'ArrayExpression':
      return true;
    case 'CallExpression':
      return /^(?:map|filter|flatMap|flat|slice|concat|split|keys|values|entries|from|of|toSorted|toReversed|getOwnPropertyNames)$/.test(
        memberName(node.callee) ?? '',
      );
    default:
      return false;
  }
}
