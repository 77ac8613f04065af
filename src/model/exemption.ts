import type { Declaration } from './contract.js';

/** Why a violation does not count. It stays in the result, marked. */
export interface Exemption {
  readonly kind: 'waiver' | 'suppression' | 'baseline';
  readonly reason: string;
  /** Last day the exemption holds, ISO date; null when it has none. */
  readonly expires: string | null;
}

/** A recorded, owned, dated permission, outside the code. Incomplete ones are kept, to be reported. */
export interface Waiver {
  readonly ruleId: string;
  readonly reason: string | null;
  readonly owner: string | null;
  /** ISO date, the last day it holds; null when missing or not a date (`expiresWritten` tells). */
  readonly expires: string | null;
  readonly expiresWritten: string | null;
  readonly trackingIssue: string | null;
  readonly approvedBy: string | null;
  /** Globs; empty means every file of the rule's scope. */
  readonly files: readonly string[];
  readonly declaredAt: Declaration;
}
