import type { Attempt } from '../../model/heal-result.js';
import type { Member, Site } from '../site/site.js';

/** Why a site was left to a person, and what the person should decide. */
export function escalationReason(site: Site, attempts: readonly Attempt[]): string {
  const last = attempts.at(-1);
  if (last === undefined) return noRemedy(site.members[0]);
  if (last.outcome === 'declined') return `${last.detail} Mend it by hand, or run heal again.`;
  const tested = attempts.filter(({ outcome }) => outcome !== 'precondition');
  if (tested.length === 0) {
    const [first] = attempts;
    return `${first?.source} was not applied (${first?.gate}): ${first?.detail} Mend it by hand.`;
  }
  const failed = tested.at(-1) ?? last;
  const count = tested.length === 1 ? 'The fix' : `None of ${tested.length} fixes`;
  const verb = tested.length === 1 ? 'was dropped' : 'held; the last was dropped';
  return `${count} ${verb} by ${failed.gate}: ${failed.detail} Mend it by hand, or correct ${failed.source}.`;
}

function noRemedy({ check, violation }: Member): string {
  const hint = check.autoFix?.hint ?? null;
  if (hint !== null) return `No fix can be carried out from the hint alone: ${hint}`;
  return `No fix is known for ${violation.rule.id}. Mend it by hand, or give the rule an auto_fix or a fix pattern.`;
}
