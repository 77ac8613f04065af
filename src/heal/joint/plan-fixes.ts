import { makeFixes } from '../../fix/make-fixes.js';
import type { FixAnswer } from '../../model/fix-site.js';
import type { Attempt } from '../../model/heal-result.js';
import {
  anotherTry,
  type FileNow,
  type MadePart,
  partOf,
  proposalsFor,
  refusedAttempt,
  type SiteEnd,
} from '../attempt-site.js';
import type { Part } from '../gates/gate.js';
import type { HealContext } from '../heal-context.js';
import type { Proposal } from '../proposers/index.js';
import type { Site } from '../site/site.js';
import { isImportEdit, JointEdits } from './joint-edits.js';

export type Plan =
  /** The first fix that can be made and may be applied; it stays clear of the other planned ones. */
  | PlannedFix
  /** No fix can be made of this text. */
  | { readonly kind: 'none'; readonly end: SiteEnd }
  /** To be tried by itself: it touches another fix, or may only be suggested. */
  | { readonly kind: 'alone'; readonly part: Part; readonly refused: readonly Attempt[]; readonly mayApply: boolean };

export interface PlannedFix {
  readonly kind: 'fix';
  readonly part: Part;
  readonly refused: readonly Attempt[];
  /** Whether nothing else is left to be tried. */
  readonly isLast: boolean;
}

/** Makes fixes for sites of one file, each as if it were the only one; sites in the order they are to be healed. */
export async function planFixes(
  sites: readonly Site[],
  file: FileNow,
  context: HealContext,
): Promise<ReadonlyMap<Site, Plan>> {
  const made = await makeFirst(sites, file, context);
  const joint = new JointEdits((edit) => isImportEdit(file.path, file.text, edit));
  return new Map(
    sites.map((site): [Site, Plan] => {
      const { part, refused, isLast } = made.get(site) ?? { part: null, refused: [], isLast: true };
      if (part === null) return [site, { kind: 'none', end: endWithout(site, refused) }];
      const mayApply = part.onlySuggested === null;
      const isJoined = mayApply && joint.add(part.part.edits);
      const first = { part: part.part, refused };
      return [site, isJoined ? { kind: 'fix', ...first, isLast } : { kind: 'alone', ...first, mayApply }];
    }),
  );
}

interface First {
  /** Null where every proposal is refused. */
  readonly part: Extract<MadePart, { readonly kind: 'part' }> | null;
  readonly refused: readonly Attempt[];
  /** Whether no other proposal is left. */
  readonly isLast: boolean;
}

interface Asking {
  readonly site: Site;
  readonly proposal: Proposal;
  readonly others: readonly Proposal[];
  readonly refused: readonly Attempt[];
}

/** For each site the first proposal of which a fix can be made: the first ones of all sites, then the second ones … */
async function makeFirst(
  sites: readonly Site[],
  file: FileNow,
  context: HealContext,
): Promise<ReadonlyMap<Site, First>> {
  const made = new Map<Site, First>();
  let asking = sites.flatMap((site) => next(site, proposalsFor(site, file, context), []));
  while (asking.length > 0) {
    const answers = await answerAll(asking.map(({ proposal }) => proposal));
    asking = asking.flatMap(({ site, proposal, others, refused }, index) => {
      const answer = answers[index];
      if (answer === undefined) throw new Error(`no answer for ${proposal.candidate.source}`);
      const part = partOf(site, proposal, answer);
      if (part.kind === 'part') {
        made.set(site, { part, refused, isLast: others.length === 0 && !proposal.candidate.retry });
        return [];
      }
      const all = [...refused, refusedAttempt(refused.length + 1, proposal.candidate, part)];
      const left = [...anotherTry(proposal, part.detail), ...others];
      if (left.length === 0) made.set(site, { part: null, refused: all, isLast: true });
      return next(site, left, all);
    });
  }
  return made;
}

function next(site: Site, [proposal, ...others]: readonly Proposal[], refused: readonly Attempt[]): readonly Asking[] {
  return proposal === undefined ? [] : [{ site, proposal, others, refused }];
}

/** Instructions are carried out together, because that costs one parse. */
async function answerAll(proposals: readonly Proposal[]): Promise<readonly FixAnswer[]> {
  const requests = proposals.flatMap(({ site, candidate: { instruction } }, index) => {
    return instruction === null ? [] : [{ index, site, instruction }];
  });
  const together = makeFixes(requests);
  const byIndex = new Map(requests.map(({ index }, at) => [index, together[at]]));
  const answers: FixAnswer[] = [];
  for (const [index, { site, candidate }] of proposals.entries()) {
    answers.push(byIndex.get(index) ?? (await candidate.fix(site)));
  }
  return answers;
}

function endWithout(site: Site, attempts: readonly Attempt[]): SiteEnd {
  return { site, attempts, iterations: 0, evidence: [], kept: null, suggested: null };
}
