import { fixFromPattern } from '../../fix/fix-from-pattern.js';
import { makeFix } from '../../fix/make-fix.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import type { FixSite } from '../../model/fix-site.js';
import { endOfLine, rangesOverlap, startOfLine } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isOutdatedLift } from '../../pattern-store/is-outdated-lift.js';
import { type Standing, standing } from '../../pattern-store/trust/standing.js';
import type { Candidate, ProposerContext } from './candidate.js';
import type { Settles } from './settles.js';

/** The stored patterns of the rule whose regex meets the violation, best standing first. */
export function storedPatterns(site: FixSite, context: ProposerContext): readonly Candidate[] {
  return context.patterns
    .filter((pattern) => pattern.ruleId === site.rule.id && !pattern.retired && meets(pattern, site, context.settles))
    .map((pattern) => candidateOf(pattern, site, context))
    .sort((a, b) => b.rank - a.rank || (a.candidate.source < b.candidate.source ? -1 : 1))
    .map(({ candidate }) => candidate);
}

function candidateOf(
  stored: FixPattern,
  { rule, check }: FixSite,
  context: ProposerContext,
): { candidate: Candidate; rank: number } {
  const { config, today } = context;
  const now = standing(stored, today, config.minConfidence);
  const instruction = fixFromPattern(stored);
  const candidate: Candidate = {
    source: `pattern:${stored.id}`,
    pattern: { stored, standing: now },
    onlySuggested: now.autoApplies ? null : suggestedBecause(stored, now, context),
    trigger: stored.regex,
    fix: (site) => makeFix(site, instruction),
    instruction,
    ...(isOutdatedLift(stored, rule, check) ? OUTDATED : {}),
  };
  return { candidate, rank: (now.autoApplies ? 1000 : 0) + now.hundredths + now.wilson };
}

/** With the way out, where a person's word is all that is missing. */
function suggestedBecause(stored: FixPattern, now: Standing, { config, today }: ProposerContext): string {
  const why = `the pattern is ${now.why.replace(/: suggested\b.*$/, '')}`;
  const accepted = standing({ ...stored, accepted: true }, today, config.minConfidence);
  return accepted.autoApplies ? `${why} (to accept it: specflow patterns accept ${stored.id})` : why;
}

/** It is named and refused, so that nobody wonders where it went. */
const OUTDATED: Pick<Candidate, 'fix' | 'instruction'> = {
  fix: () => refuse('auto-fix-unchanged', 'It was learnt from an auto_fix, and the contract now says otherwise.'),
  instruction: null,
};

function meets(pattern: FixPattern, { text, place }: FixSite, settles: Settles): boolean {
  if (place === null) return false;
  // It may well be meant for this place, and refuses when it is to be made.
  if (!settles(pattern.regex, text)) return true;
  const start = startOfLine(text, place.range.start);
  const window = text.slice(start, endOfLine(text, place.range.end));
  const range = { start: place.range.start - start, end: place.range.end - start };
  for (const { index, 0: found } of window.matchAll(pattern.regex)) {
    if (rangesOverlap({ start: index, end: index + found.length }, range)) return true;
  }
  return false;
}
