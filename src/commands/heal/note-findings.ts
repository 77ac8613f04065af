import type { Raised } from '../../findings/sync-findings.js';
import type { Finding } from '../../model/finding.js';
import type { HealResult } from '../../model/heal-result.js';
import { maskSecrets, type SecretMask } from '../../model/mask-secrets.js';
import type { Violation } from '../../model/violation.js';
import { goneByHeal, raisedByHeal } from '../findings/raised-findings.js';
import { type SavedFindings, saveFindings } from '../findings/save-findings.js';

/**
 * Writes down what a heal leaves for an owner to decide, and takes away what it has mended.
 * @param seen all violations of the files and rules in question, and all that may show a secret
 * @param noticed in words that are not ours
 * @param today ISO date
 */
export function noteFindings(
  root: string,
  result: HealResult,
  seen: readonly Violation[],
  noticed: readonly Raised[],
  today: string,
): SavedFindings {
  const mask = maskSecrets(seen);
  const masked = noticed.map(({ finding, evidence }) => ({ finding: withoutSecrets(finding, mask), evidence }));
  return saveFindings(root, [...raisedByHeal(result, seen), ...masked], today, goneByHeal(result, seen));
}

function withoutSecrets(finding: Finding, mask: SecretMask): Finding {
  const { message, about } = finding;
  return { ...finding, message: mask.apply(message), ...(about === undefined ? {} : { about: mask.apply(about) }) };
}
