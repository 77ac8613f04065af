import { describe, inject, it } from 'vitest';
import { PROMISES, type PromiseId } from '../promises.js';
import type { Patch } from './plant.js';
import { proveTeeth } from './prove-teeth.js';
import { openSubject, type Subject } from './subject.js';

export interface Guarantee {
  /** Its wording is in `promises.ts`. */
  readonly id: PromiseId;
  /**
   * Tries to break the promise, and throws a failed assertion (of vitest, node:assert or fast-check) when it could.
   * Anything else it throws is a mistake of the test. Not for `expect.soft`, which fails the test behind our back.
   */
  readonly holds: (subject: Subject) => Promise<void>;
  /** What turns `holds` red; several patches where the promise is kept by more than one line of defence. */
  readonly bug: Patch | readonly Patch[];
  /** Why it cannot be tried here, such as a missing program; null where it can. */
  readonly needs?: () => string | null;
}

/** Registers two tests: the promise holds, and its test has teeth. */
export function guarantee({ id, holds, bug, needs }: Guarantee): void {
  const missing = needs?.() ?? null;
  const title = `${id} ${PROMISES[id]}${missing === null ? '' : ` (not tried: ${missing})`}`;
  describe.skipIf(missing !== null)(title, () => {
    it('holds', () => holds(openSubject(inject('cleanPackage'))));

    it('is shown to be broken where a bug is planted', () => proveTeeth(bug, holds));
  });
}
