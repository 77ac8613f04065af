import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.js';
import type { HealOutcome } from '../model/heal-result.js';
import { speaksOfSecrets } from '../model/speaks-of-secrets.js';
import type { Violation } from '../model/violation.js';
import type { Review } from '../pattern-store/review-queue.js';
import { memberOf } from './site.js';

/** What an owner should know beyond the outcomes: secrets to rotate, gold fixes to review. */
export function collectFindings(outcomes: readonly HealOutcome[], reviews: readonly Review[]): readonly Finding[] {
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
        help: 'Rotate it: revoke the old value where it was issued, and put the new one into the environment.',
        about: secretDigest(violation),
      };
    });
  const review = reviews.map((each): Finding => {
    return {
      code: 'review/gold',
      ruleId: each.ruleId,
      file: each.file,
      line: each.line,
      message: `The gold pattern ${each.patternId} was applied and waits for review.`,
      help: 'Accept or reject it with `specflow patterns review`.',
      about: [each.patternId, ...each.places].join(' '),
    };
  });
  return [...rotate, ...review];
}

/**
 * A secret as it was written, told apart from others of its file without giving it away. Its line is part of it because
 * a pattern may match no more than a name; the fingerprint is not, for it would be that of another secret once this one
 * is out of the code.
 */
function secretDigest({ place, fingerprint }: Violation): string {
  if (place === null) return fingerprint;
  const texts = [place.match, place.lineText].map((text) => text.trim().replace(/\s+/g, ' '));
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
