import type { FixSite } from '../../model/fix-site.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { Candidate } from './candidate.js';
import type { Settles } from './settles.js';

/** A candidate whose own regular expressions do not come to their end on the text of a site refuses to be made. */
export function inTime(candidate: Candidate, { text }: FixSite, settles: Settles): Candidate {
  const regexes = regexesOf(candidate);
  if (regexes.length === 0) return candidate;
  if (regexes.every((regex) => settles(regex, text))) {
    return { ...candidate, settles: (next) => regexes.every((regex) => settles(regex, next)) };
  }
  return { ...candidate, instruction: null, trigger: null, fix: () => OUT_OF_TIME };
}

const OUT_OF_TIME: Refusal = refuse(
  'regex-in-time',
  'A regular expression of this fix does not come to its end on this file in time.',
);

function regexesOf({ trigger, instruction }: Candidate): readonly RegExp[] {
  const anchor = instruction?.anchor ?? null;
  const anchors = anchor !== null && 'regex' in anchor ? [anchor.regex] : [];
  return trigger === null ? anchors : [trigger, ...anchors];
}
