import type { HealOutlook } from '../../model/check-result.js';
import { sanitize } from '../../model/sanitize.js';

/** Such as `pattern:fix-sec-003-innerhtml (platinum 0.95)`. */
export function outlookText({ source, tier, confidence }: HealOutlook): string {
  const standing = [tier, confidence?.toFixed(2)].filter((part) => part != null).join(' ');
  return sanitize(source) + (standing === '' ? '' : ` (${standing})`);
}
