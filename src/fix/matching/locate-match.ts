import type { FixInstruction, FixSite, Match } from '../../model/fix-site.js';
import { rangesOverlap, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { asGlobal } from './as-global.js';
import { matchesOf } from './matches-of.js';

/** Where a domain check matched there is no regex, hence no group. */
const NO_GROUPS = /(?:)/g;

/**
 * The match a fix works on: the violation's own, or for a stored pattern the one match of its regex
 * that overlaps the violation. Null where the violation is an absence.
 */
export function locateMatch(site: FixSite, instruction: FixInstruction): Match | Refusal | null {
  const { place, check } = site;
  if (!place) return null;
  if (instruction.search) return matchOfPattern(site.text, instruction.search, place.range);
  const regex = check.kind === 'domain' ? NO_GROUPS : check.pattern.regex;
  return trimMatch(site.text, place.range, place.groups, place.namedGroups, regex);
}

function matchOfPattern(text: string, search: RegExp, violation: TextRange): Match | Refusal {
  const regex = asGlobal(search);
  const found = matchesOf(text, regex).filter((each) => {
    return rangesOverlap({ start: each.index, end: each.index + each[0].length }, violation);
  });
  const [only, ...others] = found;
  if (!only || others.length > 0) {
    const how = only ? 'several times' : 'nowhere';
    return refuse('pattern-matches', `The stored pattern matches ${how} at the violation.`);
  }
  const range = { start: only.index, end: only.index + only[0].length };
  return trimMatch(text, range, only.slice(1), { ...only.groups }, regex);
}

function trimMatch(
  text: string,
  range: TextRange,
  groups: Match['groups'],
  namedGroups: Match['namedGroups'],
  regex: RegExp,
): Match | Refusal {
  const { start, end } = withoutWhiteSpace(text, range);
  if (start >= end) return refuse('match-is-whole', 'The match is only white space.');
  return {
    range: { start, end },
    text: text.slice(start, end),
    groups,
    namedGroups,
    regex,
    trimmed: { start: start > range.start, end: end < range.end },
    searchFrom: range.start,
  };
}

/** Where a group of the match stands in the text; null when it took no part. */
export function rangeOfGroup(text: string, match: Match, group: string): TextRange | null {
  const sticky = new RegExp(match.regex.source, `${match.regex.flags.replace(/[gyd]/g, '')}dy`);
  sticky.lastIndex = match.searchFrom;
  const indices = sticky.exec(text)?.indices;
  const pair = /^\d+$/.test(group) ? indices?.[Number(group)] : indices?.groups?.[group];
  return pair ? { start: pair[0], end: pair[1] } : null;
}

/** The same without the white space around it, which a group such as `[^,)]+` takes along and nobody means. */
export function codeOfGroup(text: string, match: Match, group: string): TextRange | null {
  const range = rangeOfGroup(text, match, group);
  const code = range && withoutWhiteSpace(text, range);
  return code && code.start < code.end ? code : range;
}

/** A range without the white space at its ends; where there is nothing else, it ends before it starts. */
function withoutWhiteSpace(text: string, { start, end }: TextRange): TextRange {
  const whole = text.slice(start, end);
  return {
    start: start + (whole.length - whole.trimStart().length),
    end: end - (whole.length - whole.trimEnd().length),
  };
}
