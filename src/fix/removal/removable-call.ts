import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import { type Call, isCall } from '../../syntax/is-call.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { namesHead } from '../matching/covers-head.js';
import { printsResult } from './prints-result.js';
import { IMPURE, RESULT, STAYS } from './removal-refusal.js';
import { isNamedBy, type RemovalRequest } from './removal-request.js';

/** Why a call may not go, or null: what it is given has effects, or it is about something else than what matched. */
export function checkCall(
  tree: SyntaxTree,
  match: TextRange,
  call: Call,
  request: RemovalRequest | null = null,
): Refusal | null {
  if (call.arguments.some((argument) => contains(argument, match))) {
    return refuse('value-used', 'The match lies in an argument of the call, which uses its value.');
  }
  if (!namesHead(match, { start: call.start, end: call.callee.end })) {
    return refuse('match-is-whole', 'The match is only a part of what is called, so the call is about something else.');
  }
  const isOther = (argument: Node): boolean => hasEffects(tree, argument) || holdsCode(tree, argument);
  if (call.arguments.some((each) => isOther(each) && !isMeantCall(match, each, request, isOther))) return IMPURE;
  if (printsResult(tree, call)) return RESULT;
  return checkCallee(tree, match, call.callee);
}

/** `morgan('dev')` of `app.use(morgan('dev'))`, by a rule that spells out both: what it makes is what is unwanted. */
function isMeantCall(
  match: TextRange,
  argument: Node,
  request: RemovalRequest | null,
  isOther: (argument: Node) => boolean,
): boolean {
  if (argument.type !== 'CallExpression' || argument.callee.type !== 'Identifier' || !request) return false;
  const { callee } = argument;
  return isNamedBy(request, callee.name) && contains(match, callee) && !argument.arguments.some(isOther);
}

/** A chain goes whole when it begins with what matched: `cy.pause().log()` is more than its last call. */
function checkCallee(tree: SyntaxTree, match: TextRange, callee: Node): Refusal | null {
  if (isCall(callee)) return IMPURE;
  // Without it the object is never made.
  if (callee.type === 'Super') return STAYS;
  if (callee.type !== 'MemberExpression') return hasEffects(tree, callee) ? IMPURE : null;
  if (!hasEffects(tree, callee.object)) return null;
  return contains(callee.object, match)
    ? refuse('value-used', 'The rest of the chain uses the value of what matched.')
    : IMPURE;
}
