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
  const edits = forOneLongText((text) => editsOf(text, finder));
  return { edits, apply: forOneLongText((text) => applyEdits(text, edits(text)) ?? text) };
}

/** Longer lines are those of minified files. */
const LONG = 1024;

/** Remembers what it made of the last long text: a line of thousands of violations, each of which would keep a copy of it. */
function forOneLongText<T>(work: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly made: T } | null = null;
  return (text) => {
    if (text.length < LONG) return work(text);
    if (last?.text !== text) last = { text, made: work(text) };
    return last.made;
  };
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

const quotedIn = forOneLongText((line): readonly RegExpExecArray[] => [...line.matchAll(QUOTED)]);

/** Literals of the line that the match touches without holding them whole; prose is left alone. */
function literalsAround(line: string, start: number, match: string): string[] {
  const end = start + match.length;
  return quotedIn(line)
    .filter((found) => found.index < end && start < found.index + found[0].length)
    .map((found) => found[2] ?? '')
    .filter((text) => text.length >= 4 && !/\s/.test(text) && !IS_NAME.test(text));
}

/**
 * Secrets by their first characters, then by length, longest first: what stands at a place costs one look-up a
 * length, so that a hundred thousand of them still cost one pass. Every secret is at least that long.
 */
interface Finder {
  /** By the summary of their first characters: 1 where a secret may begin. Nearly every place is settled by it. */
  readonly mayBegin: Uint8Array;
  readonly byPrefix: ReadonlyMap<string, readonly (readonly [length: number, secrets: ReadonlySet<string>])[]>;
}
const PREFIX = 4;

function finderOf(secrets: readonly string[]): Finder {
  const mayBegin = new Uint8Array(SUMMARIES);
  const byPrefix = new Map<string, Map<number, Set<string>>>();
  for (const secret of secrets) {
    const prefix = secret.slice(0, PREFIX);
    mayBegin[summaryOf(prefix)] = 1;
    const byLength = byPrefix.get(prefix) ?? new Map<number, Set<string>>();
    byPrefix.set(prefix, byLength);
    byLength.set(secret.length, (byLength.get(secret.length) ?? new Set()).add(secret));
  }
  const sorted = [...byPrefix].map(([prefix, byLength]) => [prefix, [...byLength].sort(([a], [b]) => b - a)] as const);
  return { mayBegin, byPrefix: new Map(sorted) };
}

const SUMMARIES = 2 ** 16;

function summaryOf(prefix: string): number {
  let summary = 0;
  for (let at = 0; at < PREFIX; at++) summary = summaryWith(summary, prefix.charCodeAt(at));
  return summary;
}

/** Of the last `PREFIX` units: what came before them has been shifted out. */
function summaryWith(summary: number, unit: number): number {
  return ((summary << (16 / PREFIX)) ^ unit) & (SUMMARIES - 1);
}

function editsOf(text: string, finder: Finder): Edit[] {
  const edits: Edit[] = [];
  let summary = 0;
  let masked = 0;
  for (let at = 0; at < text.length; at++) {
    summary = summaryWith(summary, text.charCodeAt(at));
    const start = at + 1 - PREFIX;
    if (finder.mayBegin[summary] === 0 || start < masked) continue;
    const secret = secretAt(text, start, finder);
    if (secret === undefined) continue;
    const shown = secret.length >= SHORTEST_BARE ? 4 : 0;
    masked = start + secret.length;
    edits.push({ range: { start: start + shown, end: masked }, text: '…' });
  }
  return edits;
}

function secretAt(text: string, at: number, { byPrefix }: Finder): string | undefined {
  for (const [length, secrets] of byPrefix.get(text.slice(at, at + PREFIX)) ?? []) {
    const candidate = text.slice(at, at + length);
    if (secrets.has(candidate) && isWholeAt(text, at, candidate)) return candidate;
  }
  return undefined;
}

/** Short secrets are ordinary words too, so those count between quotes only. */
function isWholeAt(text: string, at: number, secret: string): boolean {
  if (secret.length >= SHORTEST_BARE) return true;
  const isQuote = (character: string | undefined): boolean => character !== undefined && `"'\``.includes(character);
  return isQuote(text[at - 1]) && isQuote(text[at + secret.length]);
}
