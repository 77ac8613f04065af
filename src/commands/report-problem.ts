import { join } from 'node:path';
import { indexLines } from '../model/position.js';
import type { Problem } from '../model/problem.js';
import { findProjectRoot } from '../platform/project-root.js';
import { readText } from '../platform/read-text.js';
import { paletteOf } from '../reporters/palette.js';
import { problemText } from '../reporters/problem-text.js';
import type { Session } from './session.js';

const MAX_BYTES = 1024 * 1024;

/** Tells a problem on stderr, with the line it stands on where that can be read. */
export function reportProblem(problem: Problem, { cwd, terminal }: Session): void {
  terminal.err(problemText(problem, paletteOf(terminal.errColor), sourceLineOf(problem, cwd)));
}

function sourceLineOf({ file, line }: Problem, cwd: string): string | null {
  if (file === null || line === null) return null;
  const read = readText(join(findProjectRoot(cwd), file), MAX_BYTES);
  return read.kind === 'text' ? indexLines(read.text).lineText(line).slice(0, 200) : null;
}
