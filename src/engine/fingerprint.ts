import { hash } from 'node:crypto';
import type { Check } from '../model/contract.js';

/** Worked out once somebody asks: most runs ask for none, and to load a hash function takes longer than judging a file. */
export type Fingerprint = () => string;

/** Hands out fingerprints for the violations of one file (or of none); equal ones are numbered as they come. */
export interface FingerprintMaker {
  /** @param match the matched text, or null for an absence */
  next(ruleId: string, check: Check, match: string | null): Fingerprint;
}

/**
 * The identity of a violation, 16 hex digits: rule, what the check asks for, file, the match with its white space
 * levelled, and its number among equal ones in the file. Neither position nor check order is part of it, so a moved
 * line and a contract with one more pattern leave it as it was.
 */
export function fingerprintsOf(file: string | null): FingerprintMaker {
  const seen = new Map<string, number>();
  return {
    next(ruleId, check, match) {
      const levelled = match === null ? '' : match.trim().replace(/\s+/g, ' ');
      const identity = [ruleId, demandOf(check), file ?? '', match === null ? 'absent' : 'match', levelled].join('\0');
      const ordinal = seen.get(identity) ?? 0;
      seen.set(identity, ordinal + 1);
      let made: string | null = null;
      return () => {
        made ??= hash('sha256', `${identity}\0${ordinal}`).slice(0, 16);
        return made;
      };
    },
  };
}

function demandOf(check: Check): string {
  switch (check.kind) {
    case 'domain':
      return `${check.kind} ${check.policy} ${check.hosts.join(' ')}`;
    case 'forbidden-pattern':
    case 'required-pattern':
      return `${check.kind} ${check.pattern.written}`;
  }
}
