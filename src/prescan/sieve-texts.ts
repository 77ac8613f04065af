import type { SpeakersOf } from '../engine/inspection/prescan.js';
import type { Check, Rule } from '../model/contract.js';
import { isWellFormed } from '../model/well-formed.js';
import { planScan } from '../prefilter/plan-scan.js';
import { openSieve } from '../prefilter/sieve.js';
import { prescanJob } from './prescan-job.js';

/** The plan costs as much as it takes to run each of its patterns over so many characters. */
const WORTHWHILE = 200_000;

/**
 * For texts that are at hand, such as a file as each of many fixes would leave it.
 * @param rules all that will be asked about
 */
export function sieveTexts(rules: readonly Rule[]): SpeakersOf {
  let looked = 0;
  let opened: SpeakersOf | null = null;
  return (text, asked) => {
    looked += text.length;
    if (looked < WORTHWHILE) return null;
    opened ??= openFor(rules);
    return opened(text, asked);
  };
}

function openFor(rules: readonly Rule[]): SpeakersOf {
  const job = prescanJob([''], () => rules);
  if (job === null) return () => null;
  const { patterns, checks } = job;
  const known = new Set(rules.flatMap((rule) => rule.checks));
  const sieve = openSieve(patterns, planScan(patterns));
  const masks = new WeakMap<readonly Rule[], Uint8Array | null>();
  const loud = job.loud.flat();
  /** Null where some are not among those that were looked into. */
  const maskOf = (asked: readonly Rule[]): Uint8Array | null => {
    const all = new Set(asked.flatMap((rule) => rule.checks));
    if ([...all].some((check) => !known.has(check))) return null;
    return Uint8Array.from(checks, (sharing) => (sharing.some((check) => all.has(check)) ? 1 : 0));
  };
  return (text, asked) => {
    // Half a character has no bytes that a file could hold.
    if (!isWellFormed(text)) return null;
    const seen = masks.get(asked);
    const mask = seen === undefined ? maskOf(asked) : seen;
    masks.set(asked, mask);
    if (mask === null) return null;
    const bytes = Buffer.from(text);
    const candidates = sieve.sift(bytes, mask);
    const matching = candidates ? sieve.confirm(text, bytes.length === text.length, candidates) : [];
    return new Set<Check>([...loud, ...matching.flatMap((pattern) => checks[pattern] ?? [])]);
  };
}
