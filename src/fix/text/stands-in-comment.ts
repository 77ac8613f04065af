import type { FixSite } from '../../model/fix-site.js';
import { startOfLine, type TextRange } from '../../model/position.js';
import { commentOpener } from '../../syntax/comment-opener.js';
import { quietRanges } from '../../syntax/quiet-ranges.js';

/** Whether a range begins in a comment of a language that is not parsed. */
export function standsInComment({ path, text }: Pick<FixSite, 'path' | 'text'>, { start }: TextRange): boolean {
  if (isBehindOpener(path, text.slice(startOfLine(text, start), start))) return true;
  return quietRanges(path, text).some((quiet) => quiet.kind === 'comment' && quiet.start <= start && start < quiet.end);
}

/** Where a comment opens its line, or stands behind code without quotes, which could hold what only looks like one. */
function isBehindOpener(path: string, before: string): boolean {
  const at = before.search(commentOpener(path) ?? NEVER);
  return (
    at >= 0 &&
    !/["'`]/.test(before.slice(0, at)) &&
    (before.slice(0, at).trim() === '' || /\s$/.test(before.slice(0, at)))
  );
}

const NEVER = /(?!)/;
