import { maskSecrets, mayShowSecret } from '../model/mask-secrets.js';
import type { Place, Violation } from '../model/violation.js';

/**
 * Names for the places of violations that survive moved lines and mended neighbours: what stands on the line, and its
 * number among equal ones. Of a line that may hold a secret only what stands before the value counts, so that nobody
 * can find out the secret by trying what gives the name.
 * @param violations all that were found in the files in question
 */
export function placeNames(violations: readonly Violation[]): (violation: Violation) => string {
  const mask = maskSecrets(violations);
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const violation of violations) {
    const { rule, file, fingerprint, place } = violation;
    if (place === null || names.has(fingerprint)) continue;
    const isOpen = !mayShowSecret(violation) && mask.apply(place.lineText) === place.lineText;
    const text = isOpen ? levelled(`${place.lineText}\0${place.match}`) : beforeValue(place);
    const key = JSON.stringify([rule.id, file, text]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    names.set(fingerprint, `${text}\0${ordinal}`);
  }
  // An absence has no place, and its fingerprint is made of no text of the file.
  return ({ fingerprint }) => names.get(fingerprint) ?? fingerprint;
}

/** What a value is given to, such as `const apiKey`; empty where the match itself may be all there is. */
function beforeValue({ lineText, match, column }: Place): string {
  const cut = lineText.search(/[=:"'`(<]/);
  const start = column - 1;
  const isMatchAll = start < cut && start + match.length <= cut;
  const before = lineText.slice(0, isMatchAll ? start : Math.max(0, cut));
  return levelled(before.replace(/[\w+/-]{12,}/g, (word) => (/\d/.test(word) ? '…' : word)));
}

function levelled(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
