import { spawn } from 'node:child_process';
import { NEUTRAL_ENV as OF_TESTS } from '../../support/neutral-env.js';

export interface RunOptions {
  readonly cwd: string;
  /** On top of a neutral environment: nothing of the caller's but PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; none when left out. */
  readonly input?: string | Uint8Array;
  /** Milliseconds until it is killed; 30,000 when left out. */
  readonly timeoutMs?: number;
}

export interface ProcessEnd {
  readonly code: number | null;
  /** `SIGKILL` also where the time ran out. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Each build lies elsewhere, and would leave behind what was compiled of it. */
export const NEUTRAL_ENV: Readonly<Record<string, string>> = { ...OF_TESTS, NODE_DISABLE_COMPILE_CACHE: '1' };

/** Runs a program to its end, whatever that is. It leads a process group of its own, which is killed with it. */
export function runProcess(program: string, args: readonly string[], options: RunOptions): Promise<ProcessEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...NEUTRAL_ENV, ...options.env },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const timer = setTimeout(() => killGroup(child.pid), options.timeoutMs ?? 30_000);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
    // Whoever does not read its input is judged by how it ends.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended in this very moment.
  }
}
