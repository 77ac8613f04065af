import type { Node } from 'oxc-parser';
import type { TextRange } from '../../model/position.js';
import type { Refusal } from '../../model/refusal.js';
import { hasEffects } from '../../semantics/effects/has-effects.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { namesHead } from '../matching/covers-head.js';
import { checkOutcome } from './call-outcome.js';
import { checkAssignment } from './removable-assignment.js';
import { checkCall } from './removable-call.js';
import { IMPURE, USED } from './removal-refusal.js';
import type { RemovalRequest } from './removal-request.js';

/** Why an expression that is a statement of its own may not go, or null. */
export function checkExpression(
  tree: SyntaxTree,
  match: TextRange,
  expression: Node,
  request: RemovalRequest | null,
): Refusal | null {
  switch (expression.type) {
    case 'AwaitExpression':
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return checkExpression(
        tree,
        match,
        'argument' in expression ? expression.argument : expression.expression,
        request,
      );
    case 'UnaryExpression':
      return expression.operator === 'void' ? checkExpression(tree, match, expression.argument, request) : USED;
    case 'CallExpression':
    case 'NewExpression':
      return checkCall(tree, match, expression, request) ?? checkOutcome(tree, expression, request);
    case 'AssignmentExpression':
      return checkAssignment(tree, match, expression, request);
    case 'Identifier':
    case 'MemberExpression':
      if (!namesHead(match, expression)) return USED;
      return hasEffects(tree, expression) ? IMPURE : null;
    default:
      return USED;
  }
}
