import type { TextRange } from '../../model/position.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { Trial } from '../gates/gate.js';
import { changedWindows } from './changed-windows.js';

/** A body without statements breaks no rule and does nothing. */
export function emptiesBlock(trial: Trial): string | null {
  const { path } = trial;
  const empties = changedWindows(trial).some(({ before, after }) => {
    const left = emptyBlocks(path, trial.after, after);
    return left > 0 && left > emptyBlocks(path, trial.before, before);
  });
  return empties ? 'The fix leaves a block with nothing in it.' : null;
}

function emptyBlocks(path: string, text: string, window: TextRange): number {
  const tree = parseSyntax(path, text);
  if (tree === null) return 0;
  // A block that was emptied may have its braces on the lines around.
  const around = { start: Math.max(0, window.start - 1), end: window.end + 1 };
  let count = 0;
  for (const node of tree.overlapping(around)) {
    const isBlock = node.type === 'BlockStatement' || node.type === 'StaticBlock';
    if (isBlock && node.body.length === 0) count++;
  }
  return count;
}
