import type { Coverage } from '../engine/cover.js';
import type { Attempt, HealOutcome } from '../model/heal-result.js';
import type { Violation } from '../model/violation.js';
import { chooseTarget } from './choose-target.js';
import type { HealPorts } from './ports.js';

export interface Located {
  /** The violation with the file it is to be mended in; without one, `unplaced` says why. */
  readonly violation: Violation;
  readonly unplaced: HealOutcome | null;
}

/** Gives a violation that has no file (nothing in its scope satisfies it) the file to be mended in. */
export function locate(violation: Violation, coverage: Coverage, read: HealPorts['read']): Located {
  if (violation.file !== null || violation.rule.origin === 'journey') return { violation, unplaced: null };
  const target = chooseTarget(violation, coverage.filesOf(violation.rule), read);
  if (target.kind === 'file') return { violation: { ...violation, file: target.file }, unplaced: null };
  const { reason, gate } = target;
  const attempts: readonly Attempt[] =
    gate === null ? [] : [{ n: 1, source: 'auto_fix', outcome: 'out_of_scope', gate, detail: reason, diff: null }];
  return { violation, unplaced: escalated(violation, reason, attempts) };
}

/** An outcome for what nothing could be done about. */
export function escalated(violation: Violation, reason: string, attempts: readonly Attempt[] = []): HealOutcome {
  return {
    violation,
    status: 'escalated',
    iterations: 0,
    source: null,
    tier: null,
    confidence: null,
    diff: null,
    reason,
    attempts,
  };
}
