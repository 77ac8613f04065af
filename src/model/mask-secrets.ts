import { applyEdits, type Edit } from './edit.js';
import { speaksOfSecrets } from './speaks-of-secrets.js';
import type { Violation } from './violation.js';

/** Hides the secrets of a report in any text that goes with it: lines, matches, messages, diffs. */
export interface SecretMask {
  /** The text with every secret cut down to its first characters and `…`. */
  apply(text: string): string;
  /** The same as edits, for text whose columns must be followed. */
  edits(text: string): readonly Edit[];
}

/**
 * Reads the secrets out of the violations whose rule speaks of secrets, keys, tokens or passwords. A secret is a
 * quoted literal of the match (whole, even where the pattern matched only its beginning), the value after `=` or `:`,
 * or a bare token that looks like a key.
 */
export function maskSecrets(violations: readonly Violation[]): SecretMask {
  const secrets = new Set<string>();
  for (const violation of violations) {
    if (mayShowSecret(violation)) for (const secret of secretsOf(violation)) secrets.add(secret);
  }
  if (secrets.size === 0) return { apply: (text) => text, edits: () => [] };
  const finder = finderOf([...secrets]);
  const edits = (text: string): readonly Edit[] => editsOf(text, finder);
  return { edits, apply: (text) => applyEdits(text, edits(text)) ?? text };
}

/** True where a matched text may itself be a secret, so that lines around it are better not shown either. */
export function mayShowSecret({ place, rule, checkIndex }: Violation): boolean {
  return place !== null && speaksOfSecrets(rule, rule.checks[checkIndex]);
}

const QUOTED = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g;
/** A name such as `"token"` or `'x-api-key'` says where a secret is kept, and is none itself. */
const IS_NAME =
  /^(?:x-)?(?:(?:auth|access|refresh|id|session|csrf|xsrf|jwt|api|user)[-_ ]?)?(?:token|password|passwd|secret|key|credentials?)$/i;
const ASSIGNED = /[:=]\s*([^\s"'`,;(){}]{6,})/g;
const BARE = /[\w+/-]{12,}={0,2}/g;
const LOOKS_LIKE_KEY = /\d|^(?:sk|pk|rk|gh[a-z]|github_pat|glpat|xox[a-z]|npm|sg)[_-]/i;
const SHORTEST_BARE = 8;

function secretsOf({ place }: Violation): string[] {
  if (place === null) return [];
  const { match, lineText } = place;
  const quoted = [...match.matchAll(QUOTED)].map((found) => found[2] ?? '');
  const inMatch = quoted.filter((text) => text.length >= 4 && !IS_NAME.test(text));
  const found = [...inMatch, ...literalsAround(lineText, place.column - 1, match)];
  if (found.length > 0 && !match.includes('\n')) return found;
  const bare = [...match.matchAll(BARE)].map(([token]) => token).filter((token) => LOOKS_LIKE_KEY.test(token));
  const assigned = [...match.matchAll(ASSIGNED)].map((value) => value[1] ?? '').filter((value) => /[\d_-]/.test(value));
  return [...found, ...bare, ...assigned];
}

/** Literals of the line that the match touches without holding them whole; prose is left alone. */
function literalsAround(line: string, start: number, match: string): string[] {
  const end = start + match.length;
  return [...line.matchAll(QUOTED)]
    .filter((found) => found.index < end && start < found.index + found[0].length)
    .map((found) => found[2] ?? '')
    .filter((text) => text.length >= 4 && !/\s/.test(text) && !IS_NAME.test(text));
}

/**
 * Secrets by their first characters, then by length, longest first: what stands at a place costs one look-up a
 * length, so that a hundred thousand of them still cost one pass. Every secret is at least that long.
 */
type Finder = ReadonlyMap<string, readonly (readonly [length: number, secrets: ReadonlySet<string>])[]>;
const PREFIX = 4;

function finderOf(secrets: readonly string[]): Finder {
  const byPrefix = new Map<string, Map<number, Set<string>>>();
  for (const secret of secrets) {
    const prefix = secret.slice(0, PREFIX);
    const byLength = byPrefix.get(prefix) ?? new Map<number, Set<string>>();
    byPrefix.set(prefix, byLength);
    byLength.set(secret.length, (byLength.get(secret.length) ?? new Set()).add(secret));
  }
  return new Map([...byPrefix].map(([prefix, byLength]) => [prefix, [...byLength].sort(([a], [b]) => b - a)]));
}

function secretAt(text: string, at: number, finder: Finder): string | undefined {
  for (const [length, secrets] of finder.get(text.slice(at, at + PREFIX)) ?? []) {
    const candidate = text.slice(at, at + length);
    if (secrets.has(candidate) && isWholeAt(text, at, candidate)) return candidate;
  }
  return undefined;
}

function editsOf(text: string, finder: Finder): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at + PREFIX <= text.length; at++) {
    const secret = secretAt(text, at, finder);
    if (secret === undefined) continue;
    const shown = secret.length >= SHORTEST_BARE ? 4 : 0;
    edits.push({ range: { start: at + shown, end: at + secret.length }, text: '…' });
    at += secret.length - 1;
  }
  return edits;
}

/** Short secrets are ordinary words too, so those count between quotes only. */
function isWholeAt(text: string, at: number, secret: string): boolean {
  if (secret.length >= SHORTEST_BARE) return true;
  const isQuote = (character: string | undefined): boolean => character !== undefined && `"'\``.includes(character);
  return isQuote(text[at - 1]) && isQuote(text[at + secret.length]);
}
