// Where fixes come from, in the order they are tried. A proposer names candidates; it neither applies nor judges them.
import type { FixSite } from '../../fix/fix-site.js';
import type { Candidate, Proposer, Remedies } from './candidate.js';
import { compliantExample } from './compliant-example.js';
import { declaredFix } from './declared-fix.js';
import { storedPatterns } from './stored-patterns.js';

export const PROPOSERS: readonly Proposer[] = [storedPatterns, declaredFix, compliantExample];

export interface Proposal {
  readonly site: FixSite;
  readonly candidate: Candidate;
}

/** All candidates for the matches of one site (outermost first), in the order they are to be tried. */
export function propose(
  sites: readonly FixSite[],
  remedies: Remedies,
  proposers: readonly Proposer[],
): readonly Proposal[] {
  const proposals = proposers.flatMap((proposer) =>
    sites.flatMap((site) => proposer(site, remedies).map((candidate) => ({ site, candidate }))),
  );
  if (remedies.config.autoFixEnabled) return proposals;
  return proposals.map(({ site, candidate }) => ({ site, candidate: { ...candidate, onlySuggested: SWITCHED_OFF } }));
}

const SWITCHED_OFF = 'auto_fix_enabled is false';
