import { hash } from 'node:crypto';
import type { Check } from '../../model/contract.js';
import { oneLine } from '../../model/one-line.js';
import { wellFormed } from '../../model/well-formed.js';

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
  const told: Told[] = [];
  const identities: string[] = [];
  const seen = new Map<string, number>();
  const identityOf = (place: number): string => {
    for (const each of told.slice(identities.length, place + 1)) {
      const identity = spell(file, each);
      const ordinal = seen.get(identity) ?? 0;
      seen.set(identity, ordinal + 1);
      identities.push(`${identity}\0${ordinal}`);
    }
    return identities[place] ?? '';
  };
  return {
    next(ruleId, check, match) {
      const place = told.push({ ruleId, check, match }) - 1;
      let made: string | null = null;
      return () => {
        made ??= hash('sha256', identityOf(place)).slice(0, 16);
        return made;
      };
    },
  };
}

interface Told {
  readonly ruleId: string;
  readonly check: Check;
  readonly match: string | null;
}

function spell(file: string | null, { ruleId, check, match }: Told): string {
  const levelled = match === null ? '' : oneLine(match);
  return wellFormed([ruleId, demandOf(check), file ?? '', match === null ? 'absent' : 'match', levelled].join('\0'));
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
