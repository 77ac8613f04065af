// Where fixes come from, in the order they are tried. A proposer names candidates; it neither applies nor judges them.
import type { FixSite } from '../../model/fix-site.js';
import { agentFix } from './agent-fix.js';
import type { Candidate, Proposer, ProposerContext } from './candidate.js';
import { compliantExample } from './compliant-example.js';
import { declaredFix } from './declared-fix.js';
import { inTime } from './in-time.js';
import { storedPatterns } from './stored-patterns.js';

export const PROPOSERS: readonly Proposer[] = [storedPatterns, declaredFix, compliantExample, agentFix];

export interface Proposal {
  readonly site: FixSite;
  readonly candidate: Candidate;
}

/** All candidates for the matches of one site (outermost first), in the order they are to be tried. */
export function propose(
  sites: readonly FixSite[],
  context: ProposerContext,
  proposers: readonly Proposer[],
): readonly Proposal[] {
  const proposals = proposers.flatMap((proposer) =>
    sites.flatMap((site) =>
      proposer(site, context).map((candidate) => ({ site, candidate: inTime(candidate, site, context.settles) })),
    ),
  );
  if (!context.config.autoFixEnabled) return proposals.map((proposal) => onlySuggest(proposal, SWITCHED_OFF));
  // What may be applied goes first: a pattern that is still to prove itself must not stand in its way.
  const isOnlySuggested = ({ candidate }: Proposal): boolean => candidate.onlySuggested !== null;
  return [...proposals.filter((each) => !isOnlySuggested(each)), ...proposals.filter(isOnlySuggested)];
}

/** The same proposal, for a person to apply. @param why a clause */
export function onlySuggest({ site, candidate }: Proposal, why: string): Proposal {
  return { site, candidate: { ...candidate, onlySuggested: why } };
}

const SWITCHED_OFF = 'auto_fix_enabled is false';
