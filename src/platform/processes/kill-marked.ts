import { readdirSync, readFileSync } from 'node:fs';

/** A program that forks as fast as it is killed is left to the system. */
const ROUNDS = 5;

/**
 * Kills every process that was given a variable, and the process groups such processes made, also in sessions of their
 * own. Where the system does not show the variables of processes (it is Linux that does), nothing is found.
 */
export function killMarked(name: string, value: string): void {
  for (let round = 0; round < ROUNDS; round++) {
    const groups = new Set(processes().flatMap((pid) => groupOf(pid, `${name}=${value}`) ?? []));
    if (groups.size === 0) return;
    for (const group of groups) {
      try {
        process.kill(-group, 'SIGKILL');
      } catch {
        // It ended in this very moment.
      }
    }
  }
}

/** The process group of a running process that has the setting; null for any other. */
function groupOf(pid: string, setting: string): number | null {
  try {
    if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(setting)) return null;
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // What was killed keeps its number until its parent has looked.
    return state === 'Z' || !(Number(group) > 1) ? null : Number(group);
  } catch {
    // It is gone, or somebody else's.
    return null;
  }
}

function processes(): readonly string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  } catch {
    // No such system folder here.
    return [];
  }
}
