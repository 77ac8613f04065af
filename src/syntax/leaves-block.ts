import type { Node } from 'oxc-parser';
import { endsProgram } from './ends-program.js';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether nothing that stands behind a statement in its block ever runs, whichever way the statement takes. */
export function leavesBlock(tree: SyntaxTree, statement: Node | null): boolean {
  const leaves = (part: Node | null): boolean => leavesBlock(tree, part);
  switch (statement?.type) {
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    case 'ExpressionStatement':
      return endsProgram(tree, statement.expression);
    case 'BlockStatement':
      return statement.body.some(leaves);
    case 'IfStatement':
      return leaves(statement.consequent) && leaves(statement.alternate);
    case 'TryStatement': {
      const { block, handler, finalizer } = statement;
      return leaves(finalizer) || (leaves(block) && (!handler || leaves(handler.body)));
    }
    default:
      return false;
  }
}
