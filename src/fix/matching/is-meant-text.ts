import type { Node } from 'oxc-parser';
import type { Match } from '../../model/fix-site.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { namesQuote } from './begins-string.js';

/** Whether a piece of a string's text is one that the match speaks of, so that a fix may write another in its place. */
export function isMeantText(literal: Node, found: TextRange, match: Match): boolean {
  return isMeant(literal, found, match) && isWritten(literal, found);
}

/** A match that saw the opening quote is about the string, as far as it goes; one that did not may be about anything. */
function isMeant(literal: Node, found: TextRange, { range: match, regex }: Match): boolean {
  if (!contains(literal, found) || (match.start === literal.start && !namesQuote(regex))) return false;
  if (contains(match, literal)) return true;
  const isContent = found.start === literal.start + 1 && found.end === literal.end - 1;
  return rangesOverlap(literal, match) && (isContent || (match.start <= literal.start && contains(match, found)));
}

/** Whether it is written there as it is, with nothing in it that is put together at run time. */
function isWritten(literal: Node, found: TextRange): boolean {
  return literal.type !== 'TemplateLiteral' || literal.quasis.some((quasi) => contains(quasi, found));
}
