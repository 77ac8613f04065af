#!/usr/bin/env node
// argv in, exit code out. The only file that may end the process; everywhere else `process.exitCode` is enough, so
// that what was written reaches a slow pipe. A signal ends us the default way, at once, even inside a regex.
import { createInterface } from 'node:readline/promises';
import { runProgram } from './commands/program.js';
import type { Session } from './commands/session.js';
import { systemClock } from './platform/clock.js';
import { packageVersion } from './platform/package-files.js';
import { enableLinearFallback } from './platform/regex-engine.js';
import { openTerminal } from './platform/terminal.js';

enableLinearFallback();

const { stdin, stdout, stderr } = process;
const terminal = openTerminal({ stdout, stderr }, process.env);
const toolVersion = packageVersion();

const session: Session = {
  cwd: process.cwd(),
  env: process.env,
  terminal,
  clock: systemClock,
  toolVersion,
  readInput,
  ask,
  interruptibly,
  conclude: (code) => {
    process.exitCode = code;
  },
};

try {
  await runProgram(process.argv.slice(2), session);
} catch (error) {
  // Fail closed: a run that broke down has shown nothing.
  process.exitCode = 3;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const command = `specflow ${process.argv.slice(2).join(' ')}`;
  terminal.err(
    `${trace}\n\nThis is a mistake in specflow ${toolVersion}, not in your project. Please report it, with the lines above and the command:\n  ${JSON.stringify(command)}\n`,
  );
}

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function ask(question: string): Promise<string | null> {
  if (!stdin.isTTY || !stderr.isTTY) return null;
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    return await new Promise((resolve) => {
      lines.once('close', () => resolve(null));
      lines.question(question).then(resolve, () => resolve(null));
    });
  } finally {
    lines.close();
  }
}

/** While we only wait, ending through `exit` lets what we started be ended too. */
async function interruptibly<T>(work: () => Promise<T>): Promise<T> {
  const interrupted = (): never => process.exit(130);
  const terminated = (): never => process.exit(143);
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', terminated);
  try {
    return await work();
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', terminated);
  }
}
