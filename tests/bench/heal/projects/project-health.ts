import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Project } from './read-projects.js';
import { testTitles } from './test-titles.mjs';

/** How a project stands by its own measures. */
export interface Health {
  /** Diagnostics of its type check, without their line numbers: healing may move lines. */
  readonly typeErrors: readonly string[];
  readonly passed: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
}

/** Milliseconds a command may take. */
const LIMIT = 10 * 60_000;

export async function examine(root: string, project: Project): Promise<Health> {
  return { typeErrors: await typeErrors(root, project.types), ...(await runTests(root, project.tests)) };
}

export interface Ended {
  /** 124 when it ran out of time. */
  readonly status: number;
  /** Both streams together. */
  readonly output: string;
}

/** Runs a command of a project to its end; whatever it started ends with it. */
export function start(root: string, [program = '', ...rest]: readonly string[]): Promise<Ended> {
  // No NODE_OPTIONS and no CI: a project is to behave as on its author's desk.
  const { NODE_OPTIONS: _, CI: __, VITEST: ___, NODE_ENV: ____, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, LIMIT);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ status: late ? 124 : (code ?? 1), output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

async function typeErrors(root: string, argv: readonly string[] | undefined): Promise<readonly string[]> {
  if (argv === undefined) return [];
  const { status, output } = await start(root, [...argv, '--pretty', 'false']);
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line));
  if (status !== 0 && errors.length === 0) {
    throw new Error(`${argv.join(' ')} failed in ${root}:\n${output.slice(-2000)}`);
  }
  return errors.map((line) => line.replace(/\(\d+,\d+\)/, '')).sort();
}

/** A run that leaves no report (it hung, or did not even start) passed nothing. */
async function runTests(root: string, argv: readonly string[]): Promise<Pick<Health, 'passed' | 'failed'>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'specflow-bench-'));
  const out = path.join(folder, 'tests.json');
  try {
    await start(
      root,
      argv.map((part) => part.replace('{out}', out)),
    );
    if (!existsSync(out)) return { passed: new Set(), failed: new Set(['(no report)']) };
    return testTitles(JSON.parse(readFileSync(out, 'utf8')), root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
