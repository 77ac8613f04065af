import type { Start } from './compile-program.js';
import { describeValue } from './describe-value.js';

/** What can be seen of a call. */
export interface Played {
  readonly ended: string;
  readonly logged: string;
  readonly argumentsAfter: string;
  readonly state: string;
}

/** Thrown by `log` to end a program that goes on too long. */
class TooLong extends Error {}

const SILENT = { log: () => undefined, warn: () => undefined, error: () => undefined };
const LOGGED_AT_MOST = 500;
/** Turns of the event loop in which what a function left to be done is done. */
const TURNS = 4;

/** @returns null where the function throws an error of the engine: nobody relies on which one, or on what came before it */
export async function play(start: Start, name: string, given: readonly unknown[]): Promise<Played | null> {
  const logged: string[] = [];
  const log = (value: unknown): void => {
    if (logged.push(describeValue(value)) > LOGGED_AT_MOST) throw new TooLong();
  };
  const states = new Map<string, unknown>();
  const ended = await endOf(() => {
    const started = start(log, SILENT);
    for (const [module, state] of started.states) states.set(module, state);
    const called = started.functions[name];
    if (typeof called !== 'function') throw new TypeError(`${name} is no function`);
    return called(...given);
  });
  if (ended === null) return null;
  return {
    ended,
    logged: logged.join('; '),
    argumentsAfter: given.map((each) => describeValue(each)).join('; '),
    state: describeValue(states),
  };
}

async function endOf(call: () => unknown): Promise<string | null> {
  try {
    const returned = call();
    if (!(returned instanceof Promise)) return `returns ${describeValue(returned)}`;
    const resolved = `resolves ${describeValue(await returned)}`;
    for (let turn = 0; turn < TURNS; turn++) await new Promise((done) => setImmediate(done));
    return resolved;
  } catch (error) {
    const isOfProgram = error instanceof TooLong || !(error instanceof Error) || error.constructor === Error;
    return isOfProgram ? `throws ${describeValue(error)}` : null;
  }
}
