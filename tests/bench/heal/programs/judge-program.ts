import { structuredPatch } from 'diff';
import { onceEach } from '../../../../src/model/once-each.js';
import { healInMemory, type Remedy } from '../heal-in-memory.js';
import type { Pen } from '../mutations/pen.js';
import type { Files } from '../read-cases.js';
import { compileProgram, type Start } from './compile-program.js';
import { describeValue } from './describe-value.js';
import type { Program, ProgramFunction } from './make-program.js';
import { chooseArguments } from './parameters.js';
import { type Played, play } from './play.js';

/** Calls of each function that a fix has changed. */
const CALLS = 40;

export interface ProgramVerdict {
  readonly violations: number;
  readonly healed: number;
  /** What differs between the program and the healed one, for a person: one text for each function. */
  readonly differences: readonly string[];
}

/** Heals the program, and calls what it was and what it is now with the same values. */
export async function judgeProgram(program: Program, remedy: Remedy, pen: Pen): Promise<ProgramVerdict> {
  const { files, answer } = await healInMemory(program.files, remedy);
  const healed = answer.result.outcomes.filter(({ status }) => status === 'healed');
  const told = await compare(program, files, pen);
  return {
    violations: answer.result.outcomes.length,
    healed: healed.length,
    differences: told.length === 0 ? [] : await blame(program, remedy, pen, told),
  };
}

/** Whether one rule by itself makes the difference: then what it makes of the program tells more than what all make of it. */
async function blame(
  program: Program,
  { contract, patterns }: Remedy,
  pen: Pen,
  told: readonly string[],
): Promise<readonly string[]> {
  const alone: string[] = [];
  for (const rule of contract.rules) {
    const { files } = await healInMemory(program.files, { contract: { ...contract, rules: [rule] }, patterns });
    const [first] = await compare(program, files, pen);
    if (first !== undefined) alone.push(`${rule.title}\n${first}`);
  }
  return alone.length > 0 ? alone : told;
}

/** @returns one text for each function of which calls differ */
export async function compare({ files, functions }: Program, after: Files, pen: Pen): Promise<readonly string[]> {
  const texts = [...files].map(([file, text]) => [text, after.get(file) ?? ''] as const);
  if (texts.every(([was, is]) => was === is)) return [];
  const compiled = compileOrTell(after);
  if (typeof compiled === 'string') return [`${texts.map(([was, is]) => changedLines(was, is)).join('')}\n${compiled}`];
  const starts = [original(files), compiled] as const;
  const differences: string[] = [];
  const shared = texts.map(([was, is]) => [withoutFunctions(was, functions), withoutFunctions(is, functions)] as const);
  const sharedChanges = shared.map(([was, is]) => changedLines(was, is)).join('');
  const [main] = texts;
  for (const one of functions) {
    const [was = '', is = ''] = (main ?? []).map((text) => sourceOf(text, one.name));
    if (was === is && sharedChanges === '') continue;
    const told = await firstDifference(starts, one, pen);
    if (told !== null) differences.push(`${sharedChanges}\n${changedLines(was, is)}\n${told}`);
  }
  return differences;
}

/** Every contract is tried on the same program. */
const original = onceEach((files: Files): Start => compileProgram(files));

function compileOrTell(files: Files): Start | string {
  try {
    return compileProgram(files);
  } catch (error) {
    if (error instanceof SyntaxError) return `  is no program any more: ${error.message}`;
    throw error;
  }
}

async function firstDifference(
  [before, after]: readonly [Start, Start],
  { name, parameters }: ProgramFunction,
  pen: Pen,
): Promise<string | null> {
  for (let call = 0; call < CALLS; call++) {
    const given = chooseArguments(parameters, pen);
    const was = await play(before, name, given());
    if (was === null) continue;
    const told = tell(was, await play(after, name, given()));
    if (told !== null)
      return `${name}(${given()
        .map((each) => describeValue(each))
        .join(', ')})\n${told}`;
  }
  return null;
}

function tell(was: Played, is: Played | null): string | null {
  if (is === null) return `  ${was.ended} → throws an error of the engine`;
  const told = (Object.keys(was) as (keyof Played)[]).filter((key) => was[key] !== is[key]);
  return told.length === 0 ? null : told.map((key) => `  ${key}: ${was[key]} → ${is[key]}`).join('\n');
}

function sourceOf(text: string, name: string): string {
  const from = text.slice(Math.max(0, text.search(new RegExp(`^(?:export )?(?:async )?function ${name}\\(`, 'm'))));
  return from.slice(0, from.indexOf('\n}\n') + 3);
}

/** What every function may make use of. */
function withoutFunctions(text: string, functions: readonly ProgramFunction[]): string {
  return functions.reduce((rest, { name }) => rest.replace(sourceOf(text, name), ''), text);
}

function changedLines(was: string, is: string): string {
  return structuredPatch('', '', was, is, '', '', { context: 3 })
    .hunks.flatMap(({ lines }) => lines)
    .join('\n');
}
