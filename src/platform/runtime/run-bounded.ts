import { Script } from 'node:vm';
import type { BoundedAnswer, Within } from '../../model/bounded.js';

/** How much more time work gets that was kept waiting by a busy machine. */
const PATIENCE = 4;

/**
 * Runs work in this thread and breaks it off when its time is up, in the middle of a regular expression too. What it
 * throws goes through. A call costs some 40 µs, so wrap much work at a time. Where the machine was too busy to give
 * the work half of its time, it is started once more, with more of it.
 * @param milliseconds at least 1
 */
export function runBounded<T>(work: () => T, milliseconds: number): BoundedAnswer<T> {
  const before = process.cpuUsage();
  const answer = runOnce(work, milliseconds);
  if (answer.kind === 'done') return answer;
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 < milliseconds / 2 ? runOnce(work, milliseconds * PATIENCE) : answer;
}

function runOnce<T>(work: () => T, milliseconds: number): BoundedAnswer<T> {
  const before = waiting;
  const end: { answer: BoundedAnswer<T> } = { answer: { kind: 'timeout' } };
  waiting = () => {
    end.answer = { kind: 'done', value: work() };
  };
  try {
    opened().runInThisContext({ timeout: Math.max(1, Math.ceil(milliseconds)), displayErrors: false });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  } finally {
    waiting = before;
  }
  return end.answer;
}

/** `runBounded` with its time settled. */
export function boundedTo(milliseconds: number): Within {
  return (work) => runBounded(work, milliseconds);
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

let waiting: () => void = () => undefined;
let script: Script | null = null;

/**
 * The watchdog of `node:vm` is what we want of it: a script that calls back is bounded with all it calls. A symbol of
 * ours is how it reaches us; a context of its own would take longer to make than most work.
 */
function opened(): Script {
  if (script === null) {
    let copy = 0;
    // Another copy of this module, bundled elsewhere, may run in the same process.
    while (Symbol.for(`specflow.bounded.${copy}`) in globalThis) copy++;
    const name = `specflow.bounded.${copy}`;
    Object.defineProperty(globalThis, Symbol.for(name), { value: () => waiting() });
    script = new Script(`globalThis[Symbol.for('${name}')]()`);
  }
  return script;
}
