#!/usr/bin/env node
// argv in, exit code out. The only file that may end the process; everywhere else `process.exitCode` is enough, so
// that what was written reaches a slow pipe. A signal ends us the default way, at once, even inside a regex.
import { fileURLToPath } from 'node:url';
import type * as Program from './commands/program.js';
import type * as AnswerCheck from './commands/quick/answer-check.js';
import type * as AnswerHook from './commands/quick/answer-hook.js';
import type { Session } from './commands/workspace/session.js';
import { sanitize } from './model/sanitize.js';
import { systemClock } from './platform/clock.js';
import { packageVersion } from './platform/package-files.js';
import { keepCompiled, requireCompiled } from './platform/runtime/compile-cache.js';
import { enableLinearFallback } from './platform/runtime/regex-engine.js';
import { compileLate, tuneEngine } from './platform/runtime/tune-engine.js';
import { askLine, canAsk, readInput } from './platform/standard-input.js';
import { openTerminal } from './platform/terminal.js';

keepCompiled(process.env);

const terminal = openTerminal(process, process.env);
const toolVersion = packageVersion();

const session: Session = {
  cwd: currentFolder(),
  env: process.env,
  terminal,
  clock: systemClock,
  toolVersion,
  readInput,
  canAsk,
  ask: askLine,
  interruptibly,
  conclude: (code) => {
    process.exitCode = code;
  },
};

/** A hook of an agent blocks by 2 and by nothing else, so it is not that: nothing was looked at. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    // It was removed, or is barred, since whoever runs us went there.
    terminal.err(
      'error[usage/no-folder]: The current folder is not there any more.\n  help: Go to a folder that is.\n',
    );
    process.exit(3);
  }
}

/** Exit code of the signal that ended our waiting. */
let signalled: number | null = null;
let isBrokenDown = false;

// A write that fails later than its call, such as on a full disk, is thrown by nobody who could be caught.
process.on('uncaughtException', breakDown);
void run();

async function run(): Promise<void> {
  try {
    if (!(await answerQuickly())) {
      const { runProgram } = quick<typeof Program>('program', 'program');
      compileLate();
      await runProgram(process.argv.slice(2), session);
    }
  } catch (error) {
    breakDown(error);
  }
  // Not left to Node: what was started may still be running, and ends with us.
  if (signalled !== null) process.exit(signalled);
}

/** What runs after every edit of an agent and before every commit has next to nothing to parse, and no time to. */
async function answerQuickly(): Promise<boolean> {
  const [verb, ...given] = process.argv.slice(2);
  if (verb === 'check') {
    // It will be asked for next, when flags are set under which V8 does not take it as it was compiled.
    process.getBuiltinModule('node:child_process');
    const purpose = given.includes('--staged') ? 'check-staged' : 'check';
    const { answerCheck } = quick<typeof AnswerCheck>('answer-check', purpose);
    tuneEngine();
    return answerCheck(given, session);
  }
  const [agent, ...rest] = given;
  if (verb !== 'hook' || agent === undefined || agent.startsWith('-') || rest.length > 0) return false;
  const { answerHook } = quick<typeof AnswerHook>('answer-hook', 'hook');
  await answerHook(agent, session);
  return true;
}

/** A part that is bundled by itself, beside this file. From now on patterns may run. */
function quick<T>(name: string, purpose: string): T {
  const file = fileURLToPath(new URL(`./commands/${name}.cjs`, import.meta.url));
  const part = requireCompiled(file, purpose, process.env) as T;
  enableLinearFallback();
  return part;
}

/** Fails closed: a run that broke down has shown nothing. Where not even that can be told, the exit code tells it. */
function breakDown(error: unknown): void {
  process.exitCode = 3;
  if (isBrokenDown) return;
  isBrokenDown = true;
  if (error instanceof Error && 'syscall' in error && error.syscall === 'write') {
    terminal.err(`error[output/failed]: The report could not be written: ${sanitize(error.message)}.\n`);
    return;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const command = `specflow ${process.argv.slice(2).join(' ')}`;
  terminal.err(
    `${sanitize(trace, '\n')}\n\nThis is a mistake in specflow ${toolVersion}, not in your project. Please report it, with the lines above and the command:\n  ${JSON.stringify(command)}\n`,
  );
}

/** While we only wait, a signal ends the waiting, so that what is half done can be taken back first. */
async function interruptibly<T>(work: () => Promise<T>, whenInterrupted: T): Promise<T> {
  let interrupt = (): void => undefined;
  let terminate = (): void => undefined;
  const interrupted = new Promise<T>((resolve) => {
    const stopWith = (code: number) => (): void => {
      signalled = code;
      resolve(whenInterrupted);
    };
    interrupt = stopWith(130);
    terminate = stopWith(143);
  });
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', terminate);
  try {
    return await Promise.race([work(), interrupted]);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', terminate);
  }
}
