import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from '../error-code.js';

/** Tells one process from every other that ever had or will have its number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** When it started, in ticks since the machine did; null where the system does not tell. */
  readonly start: string | null;
  /** Which start of the machine that was; null where the system does not tell. */
  readonly boot: string | null;
  /** The set of processes its number counts in, which a container has of its own; null where there is but one. */
  readonly space: string | null;
}

export function thisProcess(): ProcessIdentity {
  return {
    pid: process.pid,
    host: hostname(),
    start: statusOf(process.pid)?.start ?? null,
    boot: readOrNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()),
    space: readOrNull(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/**
 * Whether a process is gone for certain. No clock is asked: clocks are set, and a slow process is not a dead one.
 * One on another machine, or in another container, cannot be seen from here and counts as alive.
 */
export function isGone(process: ProcessIdentity, here: ProcessIdentity): boolean {
  if (process.host !== here.host) return false;
  if (process.boot !== null && here.boot !== null && process.boot !== here.boot) return true;
  if (process.space !== here.space) return false;
  if (!hasProcess(process.pid)) return true;
  const now = statusOf(process.pid);
  if (now === null) return false;
  // What was killed keeps its number until its parent has looked.
  if (now.state === 'Z' || now.state === 'X') return true;
  return process.start !== null && process.start !== now.start;
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Anything else, such as EPERM, says that there is one.
    return errorCode(error) !== 'ESRCH';
  }
}

/** State and start of a process; null where the system does not tell. */
function statusOf(pid: number): { readonly state: string; readonly start: string } | null {
  const stat = readOrNull(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  // The name of the program comes second, in parentheses, and may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields?.[0];
  const start = fields?.[19];
  return state === undefined || start === undefined ? null : { state, start };
}

function readOrNull(read: () => string): string | null {
  try {
    return read();
  } catch {
    // No such system file here: the other facts have to do.
    return null;
  }
}
