import type { Finding } from '../../model/finding.js';
import type { HealOutcome } from '../../model/heal-result.js';
import { contains } from '../../model/position.js';
import { speaksOfSecrets } from '../../model/speaks-of-secrets.js';
import type { Violation } from '../../model/violation.js';
import type { Review } from '../../pattern-store/reviews/review-queue.js';
import { memberOf } from '../site/site.js';

/**
 * What an owner should know beyond the outcomes: secrets to rotate, gold fixes to review.
 * @param nameOf of the place of a violation; it gives no secret away
 */
export function collectFindings(
  outcomes: readonly HealOutcome[],
  reviews: readonly Review[],
  nameOf: (violation: Violation) => string,
): readonly Finding[] {
  const healed = outcomes
    .filter(
      ({ status, violation }) => status === 'healed' && speaksOfSecrets(violation.rule, memberOf(violation).check),
    )
    .map(({ violation }) => violation);
  const rotate = onceEach(healed).map((violation): Finding => {
    return {
      code: 'secret/rotate',
      ruleId: violation.rule.id,
      file: violation.file,
      line: violation.place?.line ?? null,
      message: 'A secret stood in this file; taking it out of the code does not take it out of version control.',
      help: 'Rotate it: revoke the old value where it was issued, put the new one into the environment, and accept this finding.',
      about: nameOf(violation),
    };
  });
  return [...rotate, ...reviews.map(goldFinding)];
}

/** Several checks may know one secret, each in its own way: the match of one lies in that of the other. */
function onceEach(violations: readonly Violation[]): readonly Violation[] {
  const kept: Violation[] = [];
  for (const violation of violations) {
    if (!kept.some((each) => isOneSecret(each, violation))) kept.push(violation);
  }
  return kept;
}

function isOneSecret({ rule, file, place }: Violation, other: Violation): boolean {
  if (rule !== other.rule || file !== other.file || place === null || other.place === null) return false;
  return contains(place.range, other.place.range) || contains(other.place.range, place.range);
}

/** What is said about a fix as long as it waits in the queue. */
export function goldFinding({ patternId, ruleId, file, line, places }: Review): Finding {
  return {
    code: 'review/gold',
    ruleId,
    file,
    line,
    message: `The gold pattern ${patternId} was applied and waits for review.`,
    help: 'Accept or reject it with `specflow patterns review`.',
    about: [patternId, ...places].join(' '),
  };
}
