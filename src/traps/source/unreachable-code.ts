import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import type { Trap } from '../trap.js';

/** `done(error)` → `return done(error)` in front of more: what stands behind it in its block would never run again. */
export const unreachableCode: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const made = next.find(isStatement);
    const was = old.find(isStatement);
    if (!made || !was || !leavesBlock(after, made) || leavesBlock(tree, was)) continue;
    const block = after.parent(made);
    const body: readonly Node[] = block?.type === 'BlockStatement' || block?.type === 'Program' ? block.body : [];
    const behind = body.slice(body.indexOf(made) + 1);
    if (body.includes(made) && behind.some(runs)) {
      return refuse('reachable', 'What stands behind it in its block would never run.');
    }
  }
  return null;
};

function isStatement({ type }: Node): boolean {
  return /Statement$/.test(type) && type !== 'BlockStatement';
}

/** A declared function is there wherever it is declared. */
function runs({ type }: Node): boolean {
  return type !== 'FunctionDeclaration' && type !== 'EmptyStatement';
}
