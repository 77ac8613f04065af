// Times whole processes, in turn, over the same tree; what counts is the ratio of their medians.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Contestant } from './contestants.js';

export interface Measured {
  readonly name: string;
  /** Milliseconds of each run, in the order they were made. */
  readonly times: readonly number[];
  /** Null where the system does not tell. */
  readonly cost: Cost | null;
}

/** What is asked of the machine, less disturbed by what else it does. */
export interface Cost {
  /** Milliseconds that all threads and processes of it computed, on average. */
  readonly cpu: number;
  /** Bytes, the largest of any process of it. */
  readonly peak: number;
}

/** GNU time, which tells the peak memory of what it ran. */
const TIME = '/usr/bin/time';
/** Seconds are told in hundredths, so short ones are counted several times. */
const MOST_COUNTED = 15;

/** Everybody runs once before anybody runs again, so that a busy moment hits all alike. */
export function race(all: readonly Contestant[], root: string, runs: number): readonly Measured[] {
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const { name, commands, prepare, isSlow } of all) {
      const own = times.get(name) ?? [];
      if (isSlow && own.length > 1) continue;
      prepare?.();
      const started = performance.now();
      for (const command of commands) start(command, root);
      own.push(performance.now() - started);
    }
  }
  const costs = costsOf(all, root, Math.min(runs, MOST_COUNTED));
  return all.map(({ name }) => ({ name, times: times.get(name) ?? [], cost: costs.get(name) ?? null }));
}

/** @throws Error for a contestant that did not do its work */
export function start([program = '', ...args]: readonly string[], cwd: string): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // For ripgrep, specflow, ESLint and ast-grep 1 is something ordinary: nothing found, or violations.
  if (error || (status !== 0 && status !== 1)) throw error ?? new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Counted apart from the timed runs, since who counts takes time as well. */
function costsOf(all: readonly Contestant[], cwd: string, runs: number): ReadonlyMap<string, Cost> {
  const costs = new Map<string, Cost>();
  if (!existsSync(TIME)) return costs;
  for (let run = 0; run < runs; run++) {
    for (const { name, commands, prepare, isSlow } of all) {
      if (isSlow && run > 0) continue;
      prepare?.();
      const counted = commands.map((command) => count(command, cwd));
      const before = costs.get(name) ?? { cpu: 0, peak: 0 };
      const cpu = counted.reduce((sum, each) => sum + each.cpu, 0);
      costs.set(name, {
        cpu: before.cpu + cpu / (isSlow ? 1 : runs),
        peak: Math.max(before.peak, ...counted.map(({ peak }) => peak)),
      });
    }
  }
  return costs;
}

function count(command: readonly string[], cwd: string): Cost {
  const { stderr } = spawnSync(TIME, ['-f', '%U %S %M', ...command], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [user = 0, system = 0, kilobytes = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return { cpu: (user + system) * 1000, peak: kilobytes * 1024 };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** `0.38 (0.35–0.41)`: the ratio of the medians, and of pairs run one after the other from the 10th part to the 90th. */
export function ratioText(ours: Measured, theirs: Measured): string {
  const pairs = ours.times.flatMap((time, run) => {
    const other = theirs.times[run];
    return other === undefined ? [] : [time / other];
  });
  const sorted = pairs.sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.1)] ?? Number.NaN;
  const high = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? Number.NaN;
  return `${short(median(ours.times) / median(theirs.times))} (${short(low)}–${short(high)})`;
}

export function short(value: number): string {
  return value >= 10 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(2) : value.toFixed(3);
}
