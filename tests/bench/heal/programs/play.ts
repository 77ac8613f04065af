import { Script } from 'node:vm';
import { ScriptTarget, transpile } from 'typescript';
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

/** Runs the program from its first line, with what it is to log by. */
export type Start = (log: (value: unknown) => void, console: object) => Started;

interface Started {
  readonly functions: Readonly<Record<string, (...given: unknown[]) => unknown>>;
  readonly state: { readonly last: unknown };
}

/** @throws SyntaxError when the text is no program */
export function compileProgram(file: string, text: string, names: readonly string[]): Start {
  const script = file.endsWith('.ts') ? transpile(text, { target: ScriptTarget.ESNext }) : text;
  const body = script.replace(/^export /gm, '');
  const source = `(function (log, console) { 'use strict'; ${body}\nreturn { functions: { ${names.join()} }, state }; })`;
  return new Script(source).runInThisContext();
}

/** @returns null where the function throws an error of the engine: nobody relies on which one, or on what came before it */
export async function play(start: Start, name: string, given: readonly unknown[]): Promise<Played | null> {
  const logged: string[] = [];
  const log = (value: unknown): void => {
    if (logged.push(describeValue(value)) > LOGGED_AT_MOST) throw new TooLong();
  };
  const { functions, state } = start(log, SILENT);
  const ended = await endOf(() => functions[name]?.(...given));
  if (ended === null) return null;
  return {
    ended,
    logged: logged.join('; '),
    argumentsAfter: given.map((each) => describeValue(each)).join('; '),
    state: describeValue(state.last),
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
