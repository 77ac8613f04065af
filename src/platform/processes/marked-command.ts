import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { isExecutableFile } from '../paths/is-executable.js';

/** A command that leaves a mark on all processes that come of it. */
export interface MarkedCommand {
  readonly argv: readonly string[];
  /** See `bearsMark`; null where processes cannot be marked here. */
  readonly mark: string | null;
}

/** Of util-linux, which is on nearly every Linux. */
const SETTERS = ['/usr/bin/prlimit', '/bin/prlimit'];
/** Large enough to mean nothing, small enough for JavaScript. */
const [LEAST, MOST] = [2 ** 40, 2 ** 47];

/**
 * The same command, started with a limit of its own for the number of file locks. No kernel has enforced that limit for
 * twenty years; but every process inherits it, and none that is not root can raise it again, whatever else it drops on
 * its way: its parents, its session, its environment, its open files, its folder.
 */
export function markedCommand(argv: readonly string[], path = process.env.PATH ?? ''): MarkedCommand {
  const [program = ''] = argv;
  const setter = SETTERS.find(isExecutableFile);
  const mayBe = limitOf('self');
  // What cannot be started says so better by itself.
  const isThere = isAbsolute(program)
    ? isExecutableFile(program)
    : program.includes('/') || path.split(delimiter).some((folder) => isExecutableFile(join(folder, program)));
  if (setter === undefined || mayBe === null || !isThere) return { argv, mark: null };
  const most = mayBe === 'unlimited' ? MOST : Math.min(MOST, Number(mayBe));
  if (most <= LEAST) return { argv, mark: null };
  const mark = String(LEAST + (randomBytes(6).readUIntBE(0, 6) % (most - LEAST)));
  return { argv: [setter, `--locks=${mark}:${mark}`, ...argv], mark };
}

/** Whether a process has the mark, or has lowered the limit since, which anybody may: no other program ever does. */
export function bearsMark(pid: number, mark: string): boolean {
  const limit = limitOf(pid);
  return limit === mark || (limit !== null && limit !== limitOf('self') && Number(limit) < LEAST);
}

/** The upper limit; null where the system does not show it, or the process is gone. */
function limitOf(pid: number | 'self'): string | null {
  try {
    return /^Max file locks\s+\S+\s+(\S+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'latin1'))?.[1] ?? null;
  } catch {
    // It is gone, somebody else's, or no such system folder is here.
    return null;
  }
}
