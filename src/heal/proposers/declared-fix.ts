import { makeFix } from '../../fix/make-fix.js';
import { isExecutable } from '../../model/auto-fix.js';
import type { FixSite } from '../../model/fix-site.js';
import type { Candidate } from './candidate.js';

/** The nearest `auto_fix` of the check, where it says what to do and not only why. */
export function declaredFix({ check }: FixSite): readonly Candidate[] {
  const { autoFix } = check;
  if (autoFix === null || !isExecutable(autoFix)) return [];
  return [
    {
      source: 'auto_fix',
      pattern: null,
      onlySuggested: autoFix.safety === 'unsafe' ? 'its author marked the fix unsafe' : null,
      trigger: autoFix.findReplace?.find ?? null,
      fix: (site) => makeFix(site, autoFix),
      instruction: autoFix,
    },
  ];
}
