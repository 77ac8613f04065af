import type { FixSite } from '../../fix/fix-site.js';
import type { Rule } from '../../model/contract.js';
import type { Edit } from '../../model/edit.js';
import type { AttemptOutcome } from '../../model/heal-result.js';
import type { Look } from '../look.js';
import type { Candidate } from '../proposers/candidate.js';
import type { Site } from '../site.js';

/** A fix applied to text in memory, waiting for judgement. */
export interface Trial {
  readonly site: Site;
  /** The match that was healed through, as the fix saw it. */
  readonly through: FixSite;
  readonly candidate: Candidate;
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
  /** Every text this file has had in this run. */
  readonly seen: ReadonlySet<string>;
  /** Every rule that covers the file. */
  readonly rules: readonly Rule[];
  look(text: string): Look;
}

export interface Objection {
  readonly outcome: Exclude<AttemptOutcome, 'kept'>;
  /** One sentence, with the evidence. */
  readonly detail: string;
}

/** A reason to drop a fix that makes the violation go away. Asked in memory, before anything is written. */
export interface Gate {
  /** Shown as the gate that said no. */
  readonly name: string;
  /** Null when the fix may pass. */
  judge(trial: Trial): Objection | null | Promise<Objection | null>;
}
