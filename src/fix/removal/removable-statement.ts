import type { Node } from 'oxc-parser';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { isLastOf } from '../../syntax/is-last-of.js';
import { isLoop } from '../../syntax/is-loop.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { checkEnd } from './call-outcome.js';
import { checkSurroundings } from './check-surroundings.js';
import { isOnlyTrace, isWhatLoggerPrints } from './only-trace.js';
import { checkDeclaration, checkFunction } from './removable-declaration.js';
import { checkExpression } from './removable-expression.js';
import { checkImport } from './removable-import.js';
import { STAYS } from './removal-refusal.js';
import type { RemovalRequest } from './removal-request.js';

export function isStatement(node: Node): boolean {
  return /Statement$|Declaration$|^VariableDeclaration$/.test(node.type);
}

/**
 * Why a statement may not go, or null: with it only what matched may be lost, and the code around must be complete
 * without it.
 * @param request null where it is for no rule
 */
export function checkStatement(
  tree: SyntaxTree,
  match: TextRange,
  node: Node,
  parent: Node,
  request: RemovalRequest | null,
): Refusal | null {
  return (
    checkPurpose(tree, match, node, request) ?? checkSurroundings(tree, node, parent) ?? checkTold(tree, node, request)
  );
}

/** Why a statement may not go for what it is, or null: it has another purpose than what matched. */
function checkPurpose(tree: SyntaxTree, match: TextRange, node: Node, request: RemovalRequest | null): Refusal | null {
  switch (node.type) {
    case 'DebuggerStatement':
    case 'EmptyStatement':
      return null;
    case 'ImportDeclaration':
      return checkImport(tree, match, node, request);
    case 'ExpressionStatement':
      if (node.directive !== null) return STAYS;
      return checkEnd(tree, node) ?? checkExpression(tree, match, node.expression, request);
    case 'VariableDeclaration':
      return checkDeclaration(tree, match, node);
    case 'FunctionDeclaration':
      return checkFunction(tree, match, node);
    case 'ReturnStatement':
      return node.argument === null && isLastOf(tree, node, isFunction) && !givesValue(tree, node) ? null : STAYS;
    case 'ContinueStatement':
      return node.label === null && isLastOf(tree, node, isLoop) ? null : STAYS;
    default:
      return STAYS;
  }
}

/** Whether a function returns a value elsewhere: a compiler may ask of it that its end is written out, too. */
function givesValue(tree: SyntaxTree, statement: Node): boolean {
  const around = (node: Node): Node | undefined => tree.lineage(node).find(isFunction);
  const own = around(statement);
  return (
    own !== undefined &&
    tree
      .descendants(own)
      .some((each) => each.type === 'ReturnStatement' && each.argument !== null && around(each) === own)
  );
}

/** Why what prints may not go, or null: it is what a function is there for, or all that is heard of a failure. */
function checkTold(tree: SyntaxTree, node: Node, request: RemovalRequest | null): Refusal | null {
  const call = node.type === 'ExpressionStatement' ? node.expression : null;
  if (call?.type !== 'CallExpression') return null;
  if (isWhatLoggerPrints(tree, call)) return LOGGER;
  return isOnlyTrace(tree, call, request?.regex ?? null) ? TRACE : null;
}

const LOGGER = refuse('sole-body', 'The function is there to print what it is given.');
const TRACE = refuse('statement-removable', 'Nothing else tells what went wrong.');
