import type { Coverage } from '../../engine/selection/cover.js';
import type { Attempt, HealOutcome } from '../../model/heal-result.js';
import type { Violation } from '../../model/violation.js';
import { escalated } from '../outcome/escalation.js';
import type { HealPorts } from '../ports.js';
import type { Settles } from '../proposers/settles.js';
import { chooseTarget } from './choose-target.js';

export interface Located {
  /** The violation, with the file it is to be mended in. */
  readonly violation: Violation;
  /** Why there is no such file; null when there is. */
  readonly unplaced: HealOutcome | null;
}

/** Finds out where a violation is to be mended, also one that has no file because nothing in its scope satisfies it. */
export function locate(violation: Violation, coverage: Coverage, read: HealPorts['read'], settles: Settles): Located {
  if (violation.rule.origin === 'journey') return { violation, unplaced: escalated(violation, JOURNEY) };
  if (violation.file !== null) return { violation, unplaced: null };
  const target = chooseTarget(violation, coverage.filesOf(violation.rule), read, settles);
  if (target.kind === 'file') return { violation: { ...violation, file: target.file }, unplaced: null };
  const { reason, gate } = target;
  const attempts: readonly Attempt[] =
    gate === null ? [] : [{ n: 1, source: 'auto_fix', outcome: 'out_of_scope', gate, detail: reason, diff: null }];
  return { violation, unplaced: escalated(violation, reason, attempts) };
}

const JOURNEY =
  'A journey is about what users mean to do; its tests are never healed. Decide which of the two is right.';
