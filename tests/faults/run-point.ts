import { cpSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ProcessEnd, runProcess } from '../guarantees/harness/run-process.js';
import type { Subject } from '../guarantees/harness/subject.js';
import { makeFaultProject, readIn, removeFolder, saveIn, type Verify } from './fault-project.js';
import { flawsAfterFault, flawsAtTheEnd, type UserEdit } from './judge.js';

const SHIM = resolve(import.meta.dirname, 'fs-shim.cjs');

/** One call into the file system, met by one fault. */
export interface Point {
  readonly verify: Verify;
  /** Whether the fault meets a run that has to recover an interrupted one first. */
  readonly isRecovery: boolean;
  /** Such as `kill-before`, `fail:EIO`, `stay:ENOSPC`. */
  readonly fault: string;
  /** 1-based. */
  readonly at: number;
  /** Whether somebody saves a file between the fault and the next run. */
  readonly isEdited: boolean;
}

/** One call into the file system, in the order they were made. */
export interface Call {
  readonly name: string;
  /** Whether it changes anything on disk. */
  readonly changes: boolean;
  /** What it is about, relative to the project, also where it was handed a descriptor. */
  readonly path: string;
  /** The other name of a rename or link. */
  readonly to: string | null;
  /** How what it writes begins. */
  readonly says: string;
}

/** Fault that leaves a run interrupted in its middle, with unproven fixes on disk, by verify. */
const INTERRUPTION = 'kill-after';

/** Each point gets a copy of the project, as it is before the run that the fault meets. */
export interface Stage {
  readonly verify: Verify;
  readonly isRecovery: boolean;
  readonly template: string;
  readonly calls: readonly Call[];
}

/** Prepares a project, and lists the calls of a run that nothing happens to. */
export async function openStage(subject: Subject, verify: Verify, isRecovery: boolean): Promise<Stage> {
  const template = makeFaultProject(verify);
  if (isRecovery) {
    const calls = await callsOf(subject, template);
    const renames = calls.flatMap((call, index) => (isOfSource(call) && call.name === 'renameSync' ? [index + 1] : []));
    const at = renames.at(-1);
    if (at !== undefined) await healWith(subject, template, INTERRUPTION, at);
  }
  return { verify, isRecovery, template, calls: await callsOf(subject, template) };
}

/** Whether a call is about a source file, or what is to become one. */
export function isOfSource({ path }: Call): boolean {
  return path.startsWith('src/');
}

export function closeStage({ template }: Stage): void {
  removeFolder(template);
}

/** @returns what the fault broke; empty when nothing */
export async function flawsOf(subject: Subject, stage: Stage, point: Point): Promise<readonly string[]> {
  const root = copyOf(stage.template);
  try {
    const end = await healWith(subject, root, point.fault, point.at);
    const flaws = [...flawsAfterFault(root), ...exitFlaws(end, point, root)];
    if (flaws.length > 0) return flaws;
    const edit = point.isEdited ? editOf(root) : null;
    if (edit !== null) saveIn(root, edit.file, edit.text);
    const next = await recover(subject, root, point.at % 2 === 0);
    const expected = point.verify === 'disagrees' ? [1] : [0, ...(edit === null ? [] : [1])];
    if (!expected.includes(next.code ?? -1))
      flaws.push(`the next run ended with ${next.code}: ${next.stderr}${next.stdout}`);
    return [...flaws, ...flawsAtTheEnd(root, point.verify, edit)];
  } finally {
    removeFolder(root);
  }
}

/** What a run does that fails says so, or did all the same what it was asked. */
function exitFlaws({ code, signal, stderr }: ProcessEnd, { fault, verify }: Point, root: string): readonly string[] {
  if (/^(?:kill|torn)/.test(fault)) return [];
  if (signal !== null) return [`the run was ended by ${signal}`];
  if (code === 3) return [];
  // What could not be removed is for the next run to sweep.
  const undone = flawsAtTheEnd(root, verify, null).filter((flaw) => !flaw.startsWith('litter:'));
  if (code === (verify === 'disagrees' ? 1 : 0) && undone.length === 0) return [];
  // What cannot be read before anything is written is bad input.
  if (code === 2 && flawsAtTheEnd(root, 'none', null).some((flaw) => flaw.startsWith('src/'))) return [];
  return [`it ended with ${code} although not all was done: ${undone.join('; ')}\n${stderr}`];
}

function editOf(root: string): UserEdit {
  const file = 'src/b.ts';
  return {
    file,
    text: `${readIn(root, file).replace('element.innerHTML', 'element.textContent')}// saved by a person\n`,
  };
}

async function recover(subject: Subject, root: string, isResume: boolean): Promise<ProcessEnd> {
  const heal = (args: readonly string[]): Promise<ProcessEnd> => subject.run(['heal', ...args], { cwd: root });
  const end = await heal(isResume ? ['--resume'] : []);
  return isResume && end.stderr.includes('heal/nothing-to-resume') ? heal([]) : end;
}

/** A heal that meets a fault at its `at`-th call. @param env what the fault has to know */
export function healWith(
  subject: Subject,
  root: string,
  fault: string,
  at: number,
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessEnd> {
  return runProcess(process.execPath, ['--require', SHIM, subject.cli, 'heal'], {
    cwd: root,
    env: { FAULT_ROOT: root, FAULT_KIND: fault, FAULT_AT: String(at), ...env },
  });
}

export async function callsOf(subject: Subject, template: string): Promise<readonly Call[]> {
  const root = copyOf(template);
  const trace = `${root}.trace`;
  try {
    const { code, stderr } = await healWith(subject, root, 'count', 0, { FAULT_TRACE: trace });
    if (code !== 0 && code !== 1) throw new Error(`A run without a fault ended with ${code}: ${stderr}`);
    const lines = readFileSync(trace, 'utf8').trimEnd().split('\n');
    return lines.map((line): Call => JSON.parse(line));
  } finally {
    removeFolder(root);
    removeFolder(trace);
  }
}

export function copyOf(template: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'specflow-fault-')));
  cpSync(template, root, { recursive: true });
  return root;
}
