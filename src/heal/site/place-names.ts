import { hash } from 'node:crypto';
import { groupBy } from '../../model/group-by.js';
import { maskSecrets, mayShowSecret, type SecretMask } from '../../model/mask-secrets.js';
import { oneLine } from '../../model/one-line.js';
import type { Place, Violation } from '../../model/violation.js';

/** Of a line as much as this on either side of a match: a file on one line has thousands of them. Characters. */
const AROUND = 200;
/** Further away than this no secret begins that reaches so near. Characters. */
const FAR = 4000;

/**
 * Names for the places of violations that survive moved lines and mended neighbours: what stands on the line, and its
 * number among equal ones. Of a line that may hold a secret only what stands before the value counts, so that nobody
 * can find out the secret by trying what gives the name.
 * @param violations all that were found in the files in question, by the rules in question and all that speak of secrets
 */
export function placeNames(violations: readonly Violation[]): (violation: Violation) => string {
  let names: ReadonlyMap<string, string> | null = null;
  return ({ fingerprint }) => {
    // Most runs have nothing to name.
    names ??= namesOf(violations);
    // An absence has no place, and its fingerprint is made of no text of the file.
    return names.get(fingerprint) ?? fingerprint;
  };
}

/**
 * What a place is known by where a decision about it is kept: its name, which stays the same where its neighbours are
 * mended, and, where it is no secret, the fingerprint, which stays the same where its line is edited.
 */
export function placeKeys(violation: Violation, nameOf: (violation: Violation) => string): readonly string[] {
  const { rule, file, fingerprint } = violation;
  const name = hash('sha256', JSON.stringify([rule.id, file, nameOf(violation)])).slice(0, 16);
  return mayShowSecret(violation) ? [name] : [name, fingerprint];
}

function namesOf(violations: readonly Violation[]): ReadonlyMap<string, string> {
  // What is known of other files differs from run to run, and a name must not.
  const masks = masksByFile(violations);
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const violation of violations) {
    const { rule, file, fingerprint, place } = violation;
    if (place === null || names.has(fingerprint)) continue;
    const region = around(place, FAR);
    const isOpen = !mayShowSecret(violation) && masks.get(file)?.apply(region) === region;
    const text = isOpen ? oneLine(`${around(place, AROUND)}\0${place.match}`) : beforeValue(place);
    const key = JSON.stringify([rule.id, file, text]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    names.set(fingerprint, `${text}\0${ordinal}`);
  }
  return names;
}

function masksByFile(violations: readonly Violation[]): ReadonlyMap<string | null, SecretMask> {
  const files = groupBy(violations, ({ file }) => file);
  return new Map([...files].map(([file, found]) => [file, maskSecrets(found)]));
}

function around({ lineText, match, column }: Place, reach: number): string {
  const start = column - 1;
  return lineText.slice(Math.max(0, start - reach), start + match.length + reach);
}

/** What a value is given to, such as `const apiKey`; empty where the match itself may be all there is. */
function beforeValue({ lineText, match, column }: Place): string {
  const cut = lineText.search(/[=:"'`(<]/);
  const start = column - 1;
  const isMatchAll = start < cut && start + match.length <= cut;
  const before = lineText.slice(0, isMatchAll ? start : Math.max(0, cut));
  return oneLine(before.replace(/[\w+/-]{12,}/g, (word) => (/\d/.test(word) ? '…' : word)));
}
