import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `promise.catch(() => {})` taken away: a rejection that nobody handles ends the program. */
export const lostCatch: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (isCut(textOf(tree, was), textOf(after, made)) && losesHandler(tree, was, after, made)) {
      return refuse('same-result', 'Nobody would handle it any more when the promise is rejected.');
    }
  }
  return null;
};

const CATCH = /\.\s*catch\s*\(/g;

/** To go through the code takes much longer. */
function isCut(before: string, now: string): boolean {
  return countOf(before) > countOf(now) && !/\bcatch\s*[({]/.test(now.replace(CATCH, ''));
}

function countOf(text: string): number {
  return text.match(CATCH)?.length ?? 0;
}

/** A statement may go with the promise that it makes, but not where somebody else goes on to use that. */
function losesHandler(tree: SyntaxTree, was: Node, after: SyntaxTree, made: Node): boolean {
  if (was.type !== 'Program' && was.type !== 'BlockStatement') return /Expression(?:Statement)?$/.test(was.type);
  if (made.type !== was.type) return false;
  const left = new Set(made.body.map((statement) => textOf(after, statement)));
  return was.body.some((statement) => !left.has(textOf(tree, statement)) && handlesAnothers(statement));
}

function handlesAnothers(statement: Node): boolean {
  const call = statement.type === 'ExpressionStatement' ? statement.expression : null;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  return memberName(call.callee) === 'catch' && /^(?:Identifier|MemberExpression)$/.test(call.callee.object.type);
}
