import { type ChildProcess, spawn } from 'node:child_process';
import { minimalEnvironment } from './minimal-environment.js';

export interface CommandOptions {
  readonly cwd: string;
  /** Milliseconds after which the command and everything it started is killed. */
  readonly timeoutMs: number;
  /** Standard input; none when left out. */
  readonly input?: string;
  /** Variables it gets besides the harmless ones. */
  readonly env?: Readonly<Record<string, string>>;
  /** Keeps standard output alone and whole, for a program whose output is data; one that writes more bytes is killed. */
  readonly maxOutputBytes?: number;
  /** Told the number of the process once it runs. */
  readonly onStart?: (pid: number) => void;
  /** Told before all are killed, while children still have their parents. */
  readonly onKill?: () => void;
}

export type CommandResult =
  | { readonly kind: 'exited'; readonly status: number; readonly output: string }
  | { readonly kind: 'signalled'; readonly signal: string; readonly output: string }
  | { readonly kind: 'timed-out'; readonly output: string }
  /** It never ran: no such program, or not executable. */
  | { readonly kind: 'not-started'; readonly error: string };

/** How much of the end of stdout and stderr, interleaved as they came, is kept. */
const MAX_OUTPUT_BYTES = 64 * 1024;

/**
 * Runs one program with an argument array: no shell, none of our environment but the harmless part, no input unless given.
 * It leads a process group of its own, so that a timeout, or our own end, takes its children along.
 * Resolves when it has ended; never rejects.
 */
export function runCommand(argv: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const [program, ...args] = argv;
  if (program === undefined) return Promise.resolve({ kind: 'not-started', error: 'the command is empty' });
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...minimalEnvironment(process.env), ...options.env },
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: false,
      windowsHide: true,
    });
    // A program that ends without reading its input is judged by how it ends.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
    if (child.pid !== undefined) options.onStart?.(child.pid);
    const kill = (): void => {
      options.onKill?.();
      killGroup(child);
    };
    const { maxOutputBytes } = options;
    const kept = maxOutputBytes === undefined ? keepTail(child) : keepWhole(child, maxOutputBytes, kill);
    const { output } = kept;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      kill();
      // A child that left the group may still hold the pipes open; it does not get to hold us too.
      child.stdout?.destroy();
      child.stderr?.destroy();
    }, options.timeoutMs);
    process.on('exit', kill);
    const end = (result: CommandResult): void => {
      clearTimeout(timer);
      process.off('exit', kill);
      resolve(result);
    };
    child.on('error', (error) => end({ kind: 'not-started', error: error.message }));
    // `close` waits for whoever still holds the output, a forgotten background child as well; the timeout bounds it.
    child.on('close', (status, signal) => {
      if (isLate) end({ kind: 'timed-out', output: output() });
      else if (kept.isTooMuch()) end({ kind: 'signalled', signal: TOO_MUCH, output: '' });
      else if (status !== null) end({ kind: 'exited', status, output: output() });
      else end({ kind: 'signalled', signal: signal ?? 'unknown', output: output() });
    });
  });
}

/** Told as the signal that ended a program which wrote too much. */
const TOO_MUCH = 'specflow, because it wrote too much';

interface Kept {
  output(): string;
  isTooMuch(): boolean;
}

function keepWhole(child: ChildProcess, maxBytes: number, kill: () => void): Kept {
  const chunks: Buffer[] = [];
  let total = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    total += chunk.length;
    if (total <= maxBytes) chunks.push(chunk);
    else {
      chunks.length = 0;
      kill();
      child.stdout?.destroy();
      child.stderr?.destroy();
    }
  });
  // Read, so that nobody waits for room, and dropped.
  child.stderr?.resume();
  return { output: () => Buffer.concat(chunks).toString('utf8'), isTooMuch: () => total > maxBytes };
}

function keepTail(child: ChildProcess): Kept {
  let tail = Buffer.alloc(0);
  const take = (chunk: Buffer): void => {
    const all = Buffer.concat([tail, chunk]);
    tail = all.subarray(Math.max(0, all.length - MAX_OUTPUT_BYTES));
  };
  child.stdout?.on('data', take);
  child.stderr?.on('data', take);
  return { output: () => tail.toString('utf8'), isTooMuch: () => false };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group ended in this very moment.
  }
}
