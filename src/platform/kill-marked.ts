import { readdirSync, readFileSync } from 'node:fs';

/** A program that forks as fast as it is killed is left to the system. */
const ROUNDS = 5;

/**
 * Kills every process that was given a variable, also one that left its process group. Where the system does not show
 * the variables of processes (it is Linux that does), nothing is found.
 */
export function killMarked(name: string, value: string): void {
  for (let round = 0; round < ROUNDS; round++) {
    const pids = marked(`${name}=${value}`);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended in this very moment.
      }
    }
  }
}

function marked(setting: string): readonly number[] {
  return processes().filter((pid) => {
    try {
      const isZombie = /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
      return !isZombie && readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(setting);
    } catch {
      // It is gone, or somebody else's.
      return false;
    }
  });
}

function processes(): readonly number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => pid !== process.pid);
  } catch {
    // No such system folder here.
    return [];
  }
}
