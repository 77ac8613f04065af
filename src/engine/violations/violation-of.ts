import type { Check, CheckKind, Rule, Severity } from '../../model/contract.js';
import type { Exemption } from '../../model/exemption.js';
import type { Place, Violation } from '../../model/violation.js';
import type { Fingerprint } from './fingerprint.js';

export function violationOf(
  rule: Rule,
  check: Check,
  file: string | null,
  place: Place | null,
  fingerprint: Fingerprint,
): Violation {
  return new FoundViolation(rule, check, file, place, fingerprint);
}

/** Its properties are all its own, so that a copy has them too. */
class FoundViolation implements Violation {
  readonly rule: Rule;
  readonly checkIndex: number;
  readonly kind: CheckKind;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string | null;
  readonly place: Place | null;
  declare readonly fingerprint: string;
  readonly exemption: Exemption | null = null;
  readonly #fingerprint: Fingerprint;

  constructor(rule: Rule, check: Check, file: string | null, place: Place | null, fingerprint: Fingerprint) {
    this.rule = rule;
    this.checkIndex = check.index;
    this.kind = check.kind;
    this.severity = rule.severity;
    this.message = check.message;
    this.file = file;
    this.place = place;
    this.#fingerprint = fingerprint;
    Object.defineProperty(this, 'fingerprint', FoundViolation.#FINGERPRINT);
  }

  // One function for all: with one each, V8 would give each violation a shape of its own, and keep all they refer to.
  static readonly #FINGERPRINT: PropertyDescriptor & ThisType<FoundViolation> = {
    enumerable: true,
    get() {
      return this.#fingerprint();
    },
  };
}
