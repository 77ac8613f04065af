import type { Finding } from '../model/finding.js';
import type { HealOutcome } from '../model/heal-result.js';
import { speaksOfSecrets } from '../model/speaks-of-secrets.js';
import type { Violation } from '../model/violation.js';
import type { Review } from '../pattern-store/review-queue.js';
import { memberOf } from './site.js';

/**
 * What an owner should know beyond the outcomes: secrets to rotate, gold fixes to review.
 * @param nameOf of the place of a violation; it gives no secret away
 */
export function collectFindings(
  outcomes: readonly HealOutcome[],
  reviews: readonly Review[],
  nameOf: (violation: Violation) => string,
): readonly Finding[] {
  const rotate = outcomes
    .filter(
      ({ status, violation }) => status === 'healed' && speaksOfSecrets(violation.rule, memberOf(violation).check),
    )
    .map(({ violation }): Finding => {
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
