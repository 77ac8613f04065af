import { rmSync } from 'node:fs';
import { expect } from 'vitest';
import type { Patch } from './plant.js';
import { buildPackage, openSubject, type Subject } from './subject.js';

/** Builds the program with a bug planted, and throws unless `holds` fails on it, and by an assertion. */
export async function proveTeeth(
  bug: Patch | readonly Patch[],
  holds: (subject: Subject) => Promise<void>,
): Promise<void> {
  const patches = 'file' in bug ? [bug] : bug;
  const folder = await buildPackage(patches);
  try {
    const subject = openSubject(folder, patches);
    const { code, stderr } = await subject.run(['--version'], { cwd: folder });
    expect({ code, stderr }, 'A bug that breaks everything shows nothing').toEqual({ code: 0, stderr: '' });
    assertTeeth(await failureOf(() => holds(subject)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function failureOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return null;
  } catch (error) {
    return error;
  }
}

function assertTeeth(failure: unknown): void {
  if (failure === null) throw new Error('With the bug planted the promise still seems to hold: its test has no teeth.');
  if (!isAssertion(failure)) {
    throw new Error('With the bug planted the test broke down before it could tell.', { cause: failure });
  }
}

function isAssertion(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AssertionError' || error.message.includes('Property failed by returning false')) return true;
  return error.cause !== undefined && isAssertion(error.cause);
}
