import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, type ChangedPlace, removedStatements, type Trap } from '../trap.js';

/** `promise.catch(() => {})` taken away: a rejection that nobody handles ends the program. */
export const lostCatch: Trap = (change) => {
  for (const place of change.places) {
    const [was, now] = [textOf(change.before, place.was), textOf(change.after, place.made)];
    if (isCut(was, now) && losesHandler(change, place)) {
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
function losesHandler(change: Change, place: ChangedPlace): boolean {
  const { type } = place.was;
  if (type !== 'Program' && type !== 'BlockStatement') return /Expression(?:Statement)?$/.test(type);
  return removedStatements(change, place).some(handlesAnothers);
}

function handlesAnothers(statement: Node): boolean {
  const call = statement.type === 'ExpressionStatement' ? statement.expression : null;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  return memberName(call.callee) === 'catch' && /^(?:Identifier|MemberExpression)$/.test(call.callee.object.type);
}
