// What a fix must pass, in this order, the dearest question last. The first gate that objects is the reason given.
import type { Gate, Objection, Trial } from './gate.js';
import { idempotent } from './idempotent.js';
import { noChange } from './no-change.js';
import { noCycle } from './no-cycle.js';
import { noNewViolation } from './no-new-violation.js';
import { notGamed } from './not-gamed.js';
import { parses } from './parses.js';
import { stillFixed } from './still-fixed.js';
import { types } from './types.js';

export const GATES: readonly Gate[] = [
  noChange,
  noCycle,
  stillFixed,
  parses,
  noNewViolation,
  notGamed,
  idempotent,
  types,
];

/** The first objection to a trial, with the gate's name; null when every gate agrees. */
export async function askGates(
  trial: Trial,
  gates: readonly Gate[],
): Promise<(Objection & { readonly gate: string }) | null> {
  for (const gate of gates) {
    const objection = await gate.judge(trial);
    if (objection !== null) return { ...objection, gate: gate.name };
  }
  return null;
}
