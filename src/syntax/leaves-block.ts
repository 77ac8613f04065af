import type { Node } from 'oxc-parser';
import { endsProgram } from './ends-program.js';

/** Whether nothing that stands behind a statement in its block ever runs, whichever way the statement takes. */
export function leavesBlock(statement: Node | null): boolean {
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'ExpressionStatement':
      return endsProgram(statement.expression);
    case 'BlockStatement':
      return statement.body.some(leavesBlock);
    case 'IfStatement':
      return leavesBlock(statement.consequent) && leavesBlock(statement.alternate);
    case 'TryStatement': {
      const { block, handler, finalizer } = statement;
      return leavesBlock(finalizer) || (leavesBlock(block) && (!handler || leavesBlock(handler.body)));
    }
    default:
      return false;
  }
}
