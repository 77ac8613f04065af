import type { Attempt } from '../../model/heal-result.js';
import { appliedAt, type FileNow, type KeptFix, type SiteEnd, sitesOf, trialOf } from '../attempt-site.js';
import { editBetween } from '../diff/edit-between.js';
import { unifiedDiff } from '../diff/unified-diff.js';
import { askGates } from '../gates/index.js';
import type { HealContext } from '../heal-context.js';
import type { Candidate } from '../proposers/candidate.js';
import { violationsOf } from '../site/site.js';
import type { Person } from './person.js';

/**
 * Has a person decide about the fix a site ended with, the merely suggested ones too. Text that they edit is judged by
 * the same gates before they are asked again.
 * @returns the end with the fix kept, or with it declined
 */
export async function askPerson(end: SiteEnd, file: FileNow, context: HealContext, person: Person): Promise<SiteEnd> {
  let fix: KeptFix | null = end.kept ?? end.suggested;
  let why = end.suggested?.why ?? null;
  let objection: string | null = null;
  while (fix !== null) {
    const decision = await person.decide({
      path: file.path,
      after: fix.after,
      diff: fix.diff,
      violations: violationsOf(end.site),
      source: fix.candidate.source,
      why,
      objection,
    });
    if (decision.kind === 'accept') return accepted(end, fix);
    if (decision.kind === 'skip') return declined(end, fix);
    const judged = await judge(end, file, context, decision.text);
    if (judged.kind === 'refused') objection = judged.objection;
    else {
      fix = judged.fix;
      why = null;
      objection = null;
    }
  }
  return end;
}

type Judged =
  | { readonly kind: 'sound'; readonly fix: KeptFix }
  | { readonly kind: 'refused'; readonly objection: string };

async function judge({ site }: SiteEnd, file: FileNow, context: HealContext, after: string): Promise<Judged> {
  const edits = [editBetween(file.text, after)];
  const [through] = sitesOf(site, file, context);
  if (through === undefined) throw new Error('a site has no member');
  const trial = trialOf(file, { site, through, candidate: EDITED, edits }, context);
  const objection = await askGates(trial, context.gates);
  if (objection !== null) return { kind: 'refused', objection: `${objection.gate}: ${objection.detail}` };
  return { kind: 'sound', fix: { candidate: EDITED, edits, after, diff: unifiedDiff(file.path, file.text, after) } };
}

/** What a person wrote is theirs: it can be made nowhere else, and teaches no pattern. */
const EDITED: Candidate = {
  source: 'edited',
  pattern: null,
  onlySuggested: null,
  trigger: null,
  fix: () => {
    throw new Error('what a person wrote cannot be made again');
  },
  instruction: null,
};

function accepted(end: SiteEnd, fix: KeptFix): SiteEnd {
  if (fix === end.kept) return end;
  const attempts = [...withoutKept(end), attemptOf(end, fix, 'kept', null)];
  const { source, pattern } = fix.candidate;
  const evidence = [...withoutSuccess(end), appliedAt(end.site, source, pattern?.stored.id ?? null)];
  return { ...end, attempts, evidence, kept: fix, suggested: null };
}

function declined(end: SiteEnd, fix: KeptFix): SiteEnd {
  const attempts = [...withoutKept(end), attemptOf(end, fix, 'declined', 'You skipped it.')];
  return { ...end, attempts, evidence: withoutSuccess(end), kept: null, suggested: null };
}

function attemptOf(end: SiteEnd, fix: KeptFix, outcome: 'kept' | 'declined', detail: string | null): Attempt {
  const gate = outcome === 'kept' ? null : 'person';
  return { n: withoutKept(end).length + 1, source: fix.candidate.source, outcome, gate, detail, diff: fix.diff };
}

function withoutKept({ attempts }: SiteEnd): readonly Attempt[] {
  return attempts.filter(({ outcome }) => outcome !== 'kept');
}

/** Neither a fix that was not taken nor one that was rewritten speaks for its pattern; what gates said stands. */
function withoutSuccess({ evidence }: SiteEnd): SiteEnd['evidence'] {
  return evidence.filter(({ outcome }) => outcome === 'failure');
}
