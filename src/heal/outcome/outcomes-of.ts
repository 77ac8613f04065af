import type { HealOutcome } from '../../model/heal-result.js';
import type { MadeFix, SiteEnd } from '../attempt-site.js';
import type { Site } from '../site/site.js';
import { escalationReason } from './escalation.js';

/** What became of a site, for each of its violations. Confidence is filled in once the whole run is scored. */
export function outcomesOf(original: Site, end: SiteEnd<MadeFix>): readonly HealOutcome[] {
  const { attempts, iterations, kept, suggested } = end;
  const outcome: Omit<HealOutcome, 'violation'> = {
    status: kept ? 'healed' : suggested ? 'suggested' : 'escalated',
    iterations,
    ...provenance(kept ?? suggested),
    reason: kept ? null : suggested ? suggestionReason(suggested) : escalationReason(end.site, attempts),
    attempts,
  };
  return original.members.map(({ violation }) => ({ violation, ...outcome }));
}

/** @param healer the fix that mended the site along with its own; null when the site is not where it was reported */
export function withoutAttempt(site: Site, healer: MadeFix | null): readonly HealOutcome[] {
  const outcome: Omit<HealOutcome, 'violation'> = {
    status: healer ? 'healed' : 'escalated',
    iterations: 0,
    ...provenance(healer),
    reason: healer ? null : NOT_FOUND,
    attempts: [],
  };
  return site.members.map(({ violation }) => ({ violation, ...outcome }));
}

/** For a site that was left when the person who decides had enough. */
export function notAsked(site: Site): readonly HealOutcome[] {
  return withoutAttempt(site, null).map((outcome) => ({ ...outcome, reason: NOT_ASKED }));
}

const NOT_ASKED = 'You quit before it was tried. Run heal again to go on with it.';

const NOT_FOUND =
  'The place is not what the check reported: the file changed, or another fix altered it. Run the check again.';

function provenance(fix: MadeFix | null): Pick<HealOutcome, 'source' | 'tier' | 'confidence' | 'diff'> {
  if (fix === null) return { source: null, tier: null, confidence: null, diff: null };
  const { source, pattern } = fix.candidate;
  const before = (pattern?.standing.hundredths ?? 0) / 100;
  return {
    source,
    tier: pattern?.standing.tier ?? null,
    confidence: pattern === null ? null : { before, after: before },
    diff: fix.diff,
  };
}

function suggestionReason({ why, candidate }: NonNullable<SiteEnd['suggested']>): string {
  return `Not applied, because ${why}. Review the diff of ${candidate.source} and apply it by hand if it is right.`;
}
