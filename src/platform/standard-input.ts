import { readSync } from 'node:fs';
import { errorCode } from './error-code.js';

const STDIN = 0;
const CHUNK = 64 * 1024;

/**
 * Standard input to its end. Read directly, which is several milliseconds quicker than to set up a stream; where the
 * descriptor does not wait for its writer, the stream reads the rest.
 */
export async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const count = readSync(STDIN, chunk, 0, CHUNK, null);
      if (count === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, count));
    }
  } catch (error) {
    // Windows says so of a pipe that was closed.
    if (errorCode(error) === 'EOF') return Buffer.concat(chunks);
    if (errorCode(error) !== 'EAGAIN') throw error;
  }
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Whether a person is there to answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** One line from a person; null where nobody is there to answer, or they closed the input. */
export async function askLine(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!canAsk()) return null;
  // Hardly any run asks, and none should wait for it to load.
  const { createInterface } = await import('node:readline/promises');
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
