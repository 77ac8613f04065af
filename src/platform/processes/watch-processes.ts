import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { bearsMark } from './marked-command.js';

/** All processes that a program started, also those that left its group, its session, its environment and their parents. */
export interface ProcessWatch {
  /** Takes note of what runs now: to be called before parents are killed, for their children lose them then. */
  look(): void;
  /** Kills what still runs and ends the watch. @returns how many processes could not be killed */
  endAll(): number;
}

/** Milliseconds. Only a process that is started and orphaned between two looks has to be found by what it holds. */
const INTERVAL_MS = 50;
/** What is killed takes a moment to end. A program that forks as fast as it is killed is left to the system. */
const ROUNDS = 100;
const PAUSE_MS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** In ticks since the machine started: with the number it tells a process from all others. */
  readonly start: string;
  /** What was killed keeps its number until its parent has looked. */
  readonly isDead: boolean;
}

/**
 * Watches what a program starts, from now on. Where the system does not show its processes (it is Linux that does),
 * nothing is seen.
 * @param leader the number of a process that was started just now
 * @param folder it works in; whoever came later and is at home there, or writes to the leader's output, is one of its own
 * @param mark of all that come of it; null where they have none
 */
export function watchProcesses(leader: number, folder: string, mark: string | null): ProcessWatch {
  /** By number, those that are there. */
  let known = new Map<number, Process>();
  const family = new Map<number, string>();
  const ours = statusOf(process.pid)?.group;
  const begun = Number(statusOf(leader)?.start ?? 0);
  const pipes = [0, 1, 2].flatMap((descriptor) => linkOf(`/proc/${leader}/fd/${descriptor}`) ?? []);
  const channels = new Set(pipes.filter((link) => /^(?:pipe|socket):/.test(link)));

  const isFamily = ({ pid, start }: Process): boolean => family.get(pid) === start;
  const look = (): void => {
    const now = new Map<number, Process>();
    for (const pid of numbersOf('/proc')) {
      const process = known.get(pid) ?? statusOf(pid);
      if (process !== null) now.set(pid, process);
    }
    const strangers = [...now.values()].filter((each) => !known.has(each.pid));
    // A number that was given to another process by now says nothing about it, or about its children.
    for (const { pid, start } of strangers) if (family.has(pid) && family.get(pid) !== start) family.delete(pid);
    for (let count = -1; count !== family.size; ) {
      count = family.size;
      for (const { pid, start, parent, group, session } of strangers) {
        if (pid === leader || [parent, group, session].some((id) => family.has(id))) family.set(pid, start);
      }
    }
    known = now;
  };
  look();
  const timer = setInterval(look, INTERVAL_MS);

  const isMarked = (pid: number): boolean => (mark !== null && bearsMark(pid, mark)) || holds(pid, folder, channels);

  /** Those of its own that still run, as they are now. */
  const left = (): readonly Process[] => {
    look();
    return [...known.keys()].flatMap((pid) => {
      const process = statusOf(pid);
      if (process === null || process.isDead || pid === globalThis.process.pid) return [];
      const isOwn = isFamily(process) || (Number(process.start) >= begun && isMarked(pid));
      return isOwn ? [process] : [];
    });
  };
  return {
    look,
    endAll() {
      clearInterval(timer);
      for (let round = 0; round < ROUNDS; round++) {
        const running = left();
        if (running.length === 0) return 0;
        for (const group of new Set(running.map((each) => each.group)))
          if (group > 1 && group !== ours) endGroup(group);
        pause(PAUSE_MS);
      }
      return left().length;
    },
  };
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** The leader was given a group and a session of its own, so that nobody else's processes are in any group of its own. */
function endGroup(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It ended in this very moment, or it may not be killed: then it is counted.
  }
}

/** Whether a process is at home in a folder, has a file of it open, or one of the channels. */
function holds(pid: number, folder: string, channels: ReadonlySet<string>): boolean {
  const home = linkOf(`/proc/${pid}/cwd`);
  const open = numbersOf(`/proc/${pid}/fd`).flatMap((descriptor) => linkOf(`/proc/${pid}/fd/${descriptor}`) ?? []);
  return [home, ...open].some((link) => link !== null && (channels.has(link) || isIn(link, folder)));
}

function isIn(link: string, folder: string): boolean {
  const path = link.replace(/ \(deleted\)$/, '');
  return path === folder || path.startsWith(`${folder}/`);
}

/** Null where it is gone. */
function statusOf(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program comes second, in parentheses, and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, parent, group, session] = fields;
    const isDead = state === 'Z' || state === 'X';
    const start = fields[19] ?? '';
    return { pid, parent: Number(parent), group: Number(group), session: Number(session), start, isDead };
  } catch {
    // It ended in this very moment.
    return null;
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    // It is gone, or somebody else's.
    return null;
  }
}

function numbersOf(folder: string): readonly number[] {
  try {
    return readdirSync(folder).flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    // There is no such folder here, or it is somebody else's.
    return [];
  }
}
