import { type FindReplace, writtenRegex } from '../../model/auto-fix.js';
import type { Edit } from '../../model/edit.js';
import type { FixSite, Match } from '../../model/fix-site.js';
import { contains, rangesOverlap, startOfLine, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { quietRanges } from '../../syntax/quiet-ranges.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { asGlobal } from '../matching/as-global.js';
import { matchesOf } from '../matching/matches-of.js';
import { readReplacement } from '../template/expand-replacement.js';
import { bracketsOf } from './brackets-of.js';
import { standsInComment } from './stands-in-comment.js';
import { tearsElement } from './tears-element.js';
import { TORN_GROUP, tearsGroup } from './tears-group.js';
import { tearsString } from './tears-string.js';

const NO_GROUPS = /(?:)/;

/**
 * Rewrites `find` in what the violation itself holds, or around it where it reaches beyond; only where nothing is found
 * there, the one `find` on its lines. For an absence, in the whole file.
 */
export function replaceFoundText(
  site: FixSite,
  { find, replace }: FindReplace,
  match: Match | null,
): readonly Edit[] | Refusal {
  const { text } = site;
  const replacement = readReplacement(replace, match?.regex ?? NO_GROUPS, { match, value: null, name: null });
  if (typeof replacement !== 'function') return replacement;
  const lines: TextRange = match
    ? { start: startOfLine(text, match.range.start), end: lineAfter(text, match.range.end) }
    : { start: 0, end: text.length };
  const found = matchesOf(text, find).filter(
    (each) => each[0] !== '' && contains(lines, { start: each.index, end: each.index + each[0].length }),
  );
  if (found.length === 0) {
    return refuse('find-found-nothing', `${writtenRegex(find)} is not found on the lines of the violation.`);
  }
  const meant = match ? meantBy(site, match, find, found) : found.filter((each) => isInCode(site, rangeOf(each)));
  if (isRefusal(meant)) return meant;
  if (meant.length === 0) return NOT_CODE;
  if (meant.some((each) => tearsGroup(find, each))) return TORN_GROUP;
  const edits = meant.map((each) => withLine(text, { range: rangeOf(each), text: replacement(each) }));
  if (tearsElement(site.path, text, edits)) return TORN_ELEMENT;
  if (tearsString(text, edits)) return TORN_STRING;
  if (edits.some((edit) => tearsLine(text, edit))) return TORN_LINE;
  const torn = match && edits.find((edit) => tearsMember(text, edit, match.range));
  return torn
    ? refuse('match-is-whole', 'What matched is the name of a member, and the fix would make it one of another object.')
    : edits;
}

/** What alone stands on its lines is taken away with them, so that no blank one is left. */
function withLine(text: string, edit: Edit): Edit {
  const { start, end } = edit.range;
  const first = startOfLine(text, start);
  const next = lineAfter(text, end);
  const isAlone =
    text.slice(start, end).trim() !== '' && `${text.slice(first, start)}${text.slice(end, next)}`.trim() === '';
  return edit.text === '' && isAlone ? { range: { start: first, end: next }, text: '' } : edit;
}

/**
 * `self.print(x)`: a member by chance called so would become one of another object's, `self.logger.info(x)`. What had a
 * member of its own stays what it was: `window.localStorage.clear()` → `window.sessionStorage.clear()`.
 */
function tearsMember(text: string, { range, text: replacement }: Edit, match: TextRange): boolean {
  return (
    range.start === match.start &&
    !/^[a-z_$][\w$]*(?:\.|->|::)/i.test(text.slice(range.start, range.end)) &&
    /(?:\w|[)\]])\s*(?:\??\.|->|::)\s*$/.test(text.slice(Math.max(0, range.start - 80), range.start)) &&
    /^[a-z_$][\w$]*(?:\.|->|::)/i.test(replacement)
  );
}

const TORN_ELEMENT = refuse('edit-bounded', 'An opening tag and the closing tag of its element would differ.');

/** `cd \` goes on in the next line, and `cd \ || exit` does not. */
function tearsLine(text: string, { range, text: written }: Edit): boolean {
  const goesOn = (line: string): boolean => /(?<!\\)(?:\\\\)*\\$/.test(line);
  const isEndOfLine = /^\r?(?:\n|$)/.test(text.slice(range.end, range.end + 2));
  return isEndOfLine && goesOn(text.slice(range.start, range.end)) && !goesOn(written);
}

const TORN_LINE = refuse('edit-bounded', 'The line goes on in the next one, and would end here.');

const TORN_STRING = refuse('edit-bounded', 'The string around it would end at a quote that the fix writes.');

const NOT_CODE = refuse(
  'position-is-code',
  'What is to be found stands only in comments, strings or inside other names.',
);

type Found = RegExpExecArray;

function meantBy(site: FixSite, match: Match, find: RegExp, found: readonly Found[]): readonly Found[] | Refusal {
  const own = found.filter((each) => rangesOverlap(rangeOf(each), match.range));
  if (own.length > 0) return ownOf(site, match, own);
  if (standsInString(site, match.range)) return [];
  const others = found.filter((each) => isInCode(site, rangeOf(each)));
  if (others.length < 2) return others;
  return refuse('slot-unique', `${writtenRegex(find)} is found several times beside what matched.`);
}

function ownOf(site: FixSite, match: Match, own: readonly Found[]): readonly Found[] | Refusal {
  for (const each of own) {
    const refusal = checkSize(site, match, each);
    if (refusal) return refusal;
  }
  const code = own.filter((each) => isQuietFree(site, rangeOf(each), match.range));
  const whole = code.filter((each) => !cutsName(site, rangeOf(each)));
  // Part of a name is another name's part too, unless the rule itself looked at the name as a whole.
  if (whole.length > 0 || cutsName(site, match.range)) return whole;
  if (code.length < 2) return code;
  return refuse('slot-unique', 'What is to be found stands several times inside the names of what matched.');
}

/** A text that only names what the code would hold says nothing about the code beside it. */
function standsInString({ path, text }: FixSite, { start, end }: TextRange): boolean {
  return quietRanges(path, text).some((quiet) => quiet.kind === 'string' && quiet.start < start && end < quiet.end);
}

/** What reaches beyond the match is bounded by no syntax: it has to be seen that it holds this violation, and no more. */
function checkSize({ text }: FixSite, match: Match, found: Found): Refusal | null {
  const range = rangeOf(found);
  if (contains(match.range, range)) return null;
  if (!contains(range, match.range)) {
    return refuse('match-is-whole', 'What is to be found reaches beyond what matched, but does not hold all of it.');
  }
  const { regex } = match;
  const global = asGlobal(regex);
  const held = matchesOf(text, global).filter(
    (each) => each[0] !== '' && each.index >= range.start && each.index < range.end,
  );
  if (held.length > 1) return refuse('slot-unique', 'What is to be found holds another match of the rule.');
  // `a); other(b`: a bracket is closed that was opened before it, and another one is opened behind it.
  return found.slice(1).some((group) => group && bracketsOf(group).reopened)
    ? refuse('slot-unique', 'What is to be found goes on behind the bracket that closes what matched.')
    : null;
}

function isInCode(site: FixSite, range: TextRange): boolean {
  return isQuietFree(site, range, null) && !cutsName(site, range);
}

/** A match that saw the quotes is about the string; one that stops inside it may be about anything. */
function isQuietFree(site: FixSite, range: TextRange, match: TextRange | null): boolean {
  if (standsInComment(site, range)) return false;
  return quietRanges(site.path, site.text)
    .filter((quiet) => rangesOverlap(quiet, range))
    .every((quiet) => quiet.kind === 'string' && (contains(range, quiet) || (match && contains(match, quiet))));
}

/** Whether an end of the range lies inside a word: `print(` in `pprint(`. */
function cutsName({ path, text }: FixSite, { start, end }: TextRange): boolean {
  const letters = HYPHENATED.test(path) ? /^[\p{ID_Continue}$-]{2}$/u : /^[\p{ID_Continue}$]{2}$/u;
  const joined = (at: number) => letters.test(text.slice(at - 1, at + 1));
  return joined(start) || joined(end);
}

/** Languages whose names hold hyphens. */
const HYPHENATED = /\.(?:scss|less|css)$/i;

function rangeOf({ index, 0: found }: Found): TextRange {
  return { start: index, end: index + found.length };
}
