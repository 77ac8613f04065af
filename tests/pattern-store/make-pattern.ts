import type { FixPattern } from '../../src/model/fix-pattern.js';

/** A written pattern at 0.50 without a record, changed as a test needs it. */
export function makePattern(changes: Partial<FixPattern> = {}): FixPattern {
  const match = changes.match ?? String.raw`\.innerHTML\s*=`;
  return {
    id: 'fix-sec-003-innerhtml',
    ruleId: 'SEC-003',
    description: 'Replace innerHTML assignment with textContent',
    match,
    regex: new RegExp(match, 'g'),
    replacementTemplate: '.textContent =',
    hundredths: 50,
    appliedCount: 0,
    successCount: 0,
    failureCount: 0,
    lastUsed: null,
    created: '2025-10-01',
    provenance: 'written',
    accepted: false,
    retired: false,
    ...changes,
  };
}
