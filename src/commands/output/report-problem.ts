import { join } from 'node:path';
import type { CheckResult } from '../../model/check-result.js';
import { indexLines } from '../../model/position.js';
import type { Problem } from '../../model/problem.js';
import { readText } from '../../platform/files/read-text.js';
import { findProjectRoot } from '../../platform/project-root.js';
import { errLineWidth } from '../../platform/terminal.js';
import { gatherEmptyScopes } from '../../reporters/gather-empty-scopes.js';
import { paletteOf } from '../../reporters/text/palette.js';
import { problemText } from '../../reporters/text/problem-text.js';
import type { Session } from '../workspace/session.js';

const MAX_BYTES = 1024 * 1024;

/** Tells a problem on stderr, with the line it stands on where that can be read. */
export function reportProblem(problem: Problem, { cwd, terminal }: Session): void {
  const palette = paletteOf(terminal.errColor);
  terminal.err(problemText(problem, palette, errLineWidth(terminal), sourceLineOf(problem, cwd)));
}

/** Findings about files that nobody looked at. */
const BLIND_SPOTS: ReadonlySet<string> = new Set([
  'scope/empty',
  'scope/not-entered',
  'scope/not-checked-out',
  'file/not-a-file',
]);

/**
 * What nobody looked at (an empty scope, a link, a pipe) and what a change takes from the policy must not pass in
 * silence, also where findings are not printed. That a path has no rule is one of these only where no file had any: who
 * names every file of a commit names some that no rule is about.
 */
export function reportBlindSpots({ files, findings }: Pick<CheckResult, 'files' | 'findings'>, session: Session): void {
  for (const { code, file, line, message, help } of gatherEmptyScopes(findings)) {
    const isBlind = BLIND_SPOTS.has(code) || code.startsWith('policy/') || (code === 'path/ignored' && files === 0);
    if (!isBlind) continue;
    reportProblem({ code, severity: 'warning', file, line, column: null, message, help }, session);
  }
}

function sourceLineOf({ file, line }: Problem, cwd: string): string | null {
  if (file === null || line === null) return null;
  const read = readText(join(findProjectRoot(cwd), file), MAX_BYTES);
  return read.kind === 'text' ? indexLines(read.text).lineText(line) : null;
}
