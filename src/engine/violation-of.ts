import type { Check, Rule } from '../model/contract.js';
import type { Place, Violation } from '../model/violation.js';
import type { Fingerprint } from './fingerprint.js';

export function violationOf(
  rule: Rule,
  check: Check,
  file: string | null,
  place: Place | null,
  fingerprint: Fingerprint,
): Violation {
  return {
    rule,
    checkIndex: check.index,
    kind: check.kind,
    severity: rule.severity,
    message: check.message,
    file,
    place,
    get fingerprint() {
      return fingerprint();
    },
    exemption: null,
  };
}
