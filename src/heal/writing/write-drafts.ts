import type { Attempt, HealOutcome } from '../../model/heal-result.js';
import { incomplete, type Problem } from '../../model/problem.js';
import { type FileDraft, isChanged } from '../file-draft.js';
import type { HealPorts, HealWrite } from '../ports.js';

export interface Written {
  /** The drafts as they came out: what was not written no longer claims to be healed. */
  readonly drafts: readonly FileDraft[];
  readonly problems: readonly Problem[];
}

/** Writes each changed file once. One that cannot be written loses its fixes, and nobody their score. */
export function writeDrafts(drafts: readonly FileDraft[], write: HealPorts['write']): Written {
  const problems: Problem[] = [];
  const settled = drafts.map((draft) => {
    if (!isChanged(draft)) return draft;
    const result = write(draft.path, draft.before, draft.bom, draft.after);
    if (result.kind === 'written') return draft;
    if (result.kind === 'failed') problems.push(notWritten(draft.path, result.error));
    const advice = result.kind === 'changed' ? RUN_AGAIN : 'Put that right and run heal again, or mend it by hand.';
    return withdraw(draft, whyNot(result), advice);
  });
  return { drafts: settled, problems };
}

type NotWritten = Exclude<HealWrite, { readonly kind: 'written' }>;

function whyNot(result: NotWritten): Pick<Attempt, 'outcome' | 'gate' | 'detail'> & { readonly detail: string } {
  switch (result.kind) {
    case 'changed':
      return {
        outcome: 'precondition',
        gate: 'unchanged',
        detail: 'The file changed since it was read; it was left alone.',
      };
    case 'refused':
      return { outcome: 'out_of_scope', gate: 'write', detail: `The file was not written: ${result.reason}.` };
    case 'failed':
      return { outcome: 'precondition', gate: 'write', detail: `The file could not be written: ${result.error}.` };
  }
}

function notWritten(file: string, error: string): Problem {
  return incomplete(
    'heal/write-failed',
    file,
    `The healed file could not be written: ${error}.`,
    'The file was left as it was. Put that right, and run heal again.',
  );
}

/** The draft with its fixes taken back for a reason outside the text; its evidence is dropped with them. */
function withdraw(
  draft: FileDraft,
  why: Pick<Attempt, 'outcome' | 'gate'> & { readonly detail: string },
  advice: string,
): FileDraft {
  const outcomes = draft.outcomes.map((outcome) => takeBack(outcome, why, advice));
  return { ...draft, after: draft.before, outcomes, evidence: [], fixes: [] };
}

const RUN_AGAIN = 'Run heal again, or mend it by hand.';

/** A healed outcome turned into an escalation; its last attempt says why. Others stay as they are. */
export function takeBack(
  outcome: HealOutcome,
  why: Pick<Attempt, 'outcome' | 'gate'> & { readonly detail: string },
  advice: string = RUN_AGAIN,
): HealOutcome {
  if (outcome.status !== 'healed') return outcome;
  const attempts = outcome.attempts.map((attempt) => (attempt.outcome === 'kept' ? { ...attempt, ...why } : attempt));
  return {
    ...outcome,
    status: 'escalated',
    source: null,
    tier: null,
    confidence: null,
    diff: null,
    reason: `${why.detail} ${advice}`,
    attempts,
  };
}
