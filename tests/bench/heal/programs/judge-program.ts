import { structuredPatch } from 'diff';
import { onceEach } from '../../../../src/model/once-each.js';
import { healInMemory, type Remedy } from '../heal-in-memory.js';
import type { Pen } from '../mutations/pen.js';
import { describeValue } from './describe-value.js';
import type { Program, ProgramFunction } from './make-program.js';
import { chooseArguments } from './parameters.js';
import { compileProgram, type Played, play, type Start } from './play.js';

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
  const { files, answer } = await healInMemory(new Map([[program.file, program.text]]), remedy);
  const { outcomes } = answer.result;
  const after = files.get(program.file) ?? '';
  const differences = await compare(program, after, pen);
  return {
    violations: outcomes.length,
    healed: outcomes.filter(({ status }) => status === 'healed').length,
    differences,
  };
}

/** @returns one text for each function of which calls differ */
export async function compare(program: Program, after: string, pen: Pen): Promise<readonly string[]> {
  const { text, functions } = program;
  if (after === text) return [];
  const starts = [original(program), compile(program, after)] as const;
  const differences: string[] = [];
  for (const one of functions) {
    const [was, is] = [sourceOf(text, one.name), sourceOf(after, one.name)];
    if (was === is) continue;
    const told = await firstDifference(starts, one, pen);
    if (told !== null) differences.push(`${changedLines(was, is)}\n${told}`);
  }
  return differences;
}

/** Every contract is tried on the same program. */
const original = onceEach((program: Program): Start => compile(program, program.text));

function compile({ file, functions }: Program, text: string): Start {
  return compileProgram(
    file,
    text,
    functions.map(({ name }) => name),
  );
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
  const from = text.slice(text.search(new RegExp(`^export (?:async )?function ${name}\\(`, 'm')));
  return from.slice(0, from.indexOf('\n}\n') + 3);
}

function changedLines(was: string, is: string): string {
  return structuredPatch('', '', was, is, '', '', { context: 20 })
    .hunks.flatMap(({ lines }) => lines)
    .join('\n');
}
