// Times whole processes, in turn, over the same trees; what counts is the ratio of their medians.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contestant, contestants } from './contestants.js';
import { corpus, SIZES, type Size } from './corpora.js';

interface Place {
  readonly root: string;
  readonly here: string;
}

const USAGE = `npm run build && npm run bench -- [--size 1k|10k|100k] [--runs 7] [--contracts <folder>] [--cache <folder>]
       [--only <part of a name>] [--json <file>]
Fetches its corpora from npm into --cache (a folder "specflow-bench" of the system's temporary one) on first use.
`;

export async function main(argv: readonly string[], { root }: Place): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      size: { type: 'string', default: '10k' },
      runs: { type: 'string', default: '7' },
      contracts: { type: 'string', default: join(root, 'templates/contracts') },
      cache: { type: 'string', default: join(tmpdir(), 'specflow-bench') },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const size = SIZES.find((each) => each === values.size);
  if (values.help || size === undefined) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const cache = resolve(values.cache);
  mkdirSync(cache, { recursive: true });
  const tree = corpus(cache, size, resolve(values.contracts));
  const files = mkdtempSync(join(tmpdir(), 'specflow-bench-'));
  try {
    const all = contestants(root, tree, files).filter(({ name }) => name.includes(values.only));
    const times = race(all, tree, Number(values.runs));
    process.stdout.write(table(size, all, times));
    if (values.json)
      writeFileSync(
        values.json,
        `${JSON.stringify({ size, node: process.version, times: Object.fromEntries(times) }, null, 2)}\n`,
      );
    return 0;
  } finally {
    rmSync(files, { recursive: true, force: true });
  }
}

/** Milliseconds of each run. Everybody runs once before anybody runs again, so that a busy moment hits all alike. */
function race(all: readonly Contestant[], tree: string, runs: number): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const { name, commands, prepare } of all) {
      if (prepare) start(prepare, tree);
      const started = performance.now();
      for (const command of commands) start(command, tree);
      times.get(name)?.push(performance.now() - started);
    }
  }
  return times;
}

/** @throws Error for a contestant that did not do its work */
function start([program = '', ...args]: readonly string[], cwd: string): void {
  const { status, error, stderr } = spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  // Both ripgrep and specflow say 1 for something ordinary: nothing found, and violations.
  if (error || (status !== 0 && status !== 1)) throw error ?? new Error(`${program} ${args.join(' ')}: ${stderr}`);
}

function table(size: Size, all: readonly Contestant[], times: ReadonlyMap<string, readonly number[]>): string {
  const ours = median(times.get('specflow') ?? []);
  const rows = all.map(({ name }) => {
    const own = times.get(name) ?? [];
    const spread = `${Math.min(...own).toFixed(0)}–${Math.max(...own).toFixed(0)}`;
    return `| ${name} | ${median(own).toFixed(0)} | ${spread} | ${(ours / median(own)).toFixed(2)} |`;
  });
  return [
    `\n${size} files, ${cpus().length} cores, node ${process.version}, median of ${times.get('specflow')?.length ?? 0}`,
    '\n| | ms | from–to | specflow / it |\n|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
