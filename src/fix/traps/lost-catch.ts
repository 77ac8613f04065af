import { textOf } from '../../syntax/text-of.js';
import { refuse } from '../refusal.js';
import type { Trap } from './trap.js';

/** `promise.catch(() => {})` taken away: a rejection that nobody handles ends the program. */
export const lostCatch: Trap = ({ task: { tree }, after, places }) => {
  for (const { was, made } of places) {
    if (!made) continue;
    const [before, now] = [textOf(tree, was), textOf(after, made)];
    if (countOf(before) > countOf(now) && !/\bcatch\s*[({]/.test(now.replace(CATCH, ''))) {
      return refuse('same-result', 'Nobody would handle it any more when the promise is rejected.');
    }
  }
  return null;
};

const CATCH = /\.\s*catch\s*\(/g;

function countOf(text: string): number {
  return text.match(CATCH)?.length ?? 0;
}
