import type { Comment } from 'oxc-parser';
import { onceEach } from '../../model/once-each.js';
import { startOfLine } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { leadingComments } from '../../syntax/leading-comments.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `// SHA-1 as required by the protocol`, `// suppressed: it was reported already`: who wrote that has to be asked, and
 * afterwards it would be wrong.
 */
export const onPurpose: Trap = ({ before: tree, after, places }) => {
  // Of nearly all files no comment does.
  if (!saysSo(tree)) return null;
  for (const place of places) {
    const { was, made } = place;
    // What is added between statements changes none of those that a comment may speak of.
    if (was.type === 'Program' && isBetween(place)) continue;
    const changed = changedWords(textOf(tree, was), textOf(after, made));
    const isSign = changed.length === 0 && /[!=]=/.test(textOf(tree, was));
    const isSilent = SILENT.test(textOf(tree, was)) && !SILENT.test(textOf(after, made));
    const speaksOfIt = ({ value }: Comment) =>
      FORBIDS.test(value) ||
      (isSign && KEEPS_LOOSE.test(value)) ||
      (isSilent && SILENCES.test(value)) ||
      (SAYS_SO.test(value) && (changed.length === 0 || changed.some((word) => plain(value).includes(word))));
    if (commentsOn(tree, was.start).some(speaksOfIt)) {
      return refuse('no-purpose-said', 'The comment beside says that it is so on purpose.');
    }
  }
  return null;
};

const saysSo = onceEach(({ comments }: SyntaxTree) =>
  comments.some(({ value }) => [SAYS_SO, KEEPS_LOOSE, SILENCES].some((each) => each.test(value))),
);

/** Those that only one of the two texts holds; none where only operators differ. */
function changedWords(was: string, made: string): readonly string[] {
  const [old, next] = [wordsIn(was), wordsIn(made)];
  return [...old].filter((word) => !next.has(word)).concat([...next].filter((word) => !old.has(word)));
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set((text.match(/[\p{L}\p{N}_$]{3,}/gu) ?? []).map(plain));
}

/** `SHA-1` and `sha1` are one. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Right above the line, or on it. */
function commentsOn(tree: SyntaxTree, offset: number): readonly Comment[] {
  const start = startOfLine(tree.text, offset);
  const first = start + (/^\s*/.exec(tree.text.slice(start))?.[0].length ?? 0);
  const end = tree.text.indexOf('\n', offset);
  const behind = tree.comments.filter((each) => each.start > offset && (end < 0 || each.start < end));
  const above = leadingComments(tree, first).filter((each) =>
    /^\s*$/.test(tree.text.slice(startOfLine(tree.text, each.start), each.start)),
  );
  return [...behind, ...above];
}

/** Who knows the rule against `==` and switched it off for this line. */
const KEEPS_LOOSE = /\beslint-disable-(?:next-)?line\b(?:(?! -- )[\s\S])*?\beqeqeq\b/;

/** A handler that does nothing, and what those say who mean it so. */
const SILENT = /(?:\(\w*\)|\w)\s*=>\s*(?:\{\s*\}|undefined|null|void 0)|\bfunction\s*\w*\(\w*\)\s*\{\s*\}|\bnoop\b/;
const SILENCES = new RegExp(
  [
    // Neither what a tool is told, nor what somebody warns of.
    "(?<!n['’]t |\\b(?:not|never|istanbul|[cv]8|coverage) |-)\\b(?:suppress(?:es|ed)?|swallow(?:s|ed)?|ignor(?:e|es|ed|ing))\\b(?! (?:case|unknown|list|files?|paths?|patterns?|folders?|director\\w+|globs?|names?|entr\\w+)\\b)",
    '\\b(?:best[- ]effort|fire[- ]and[- ]forget|no-?op|(?:non-?|not )critical|unhandled (?:promise )?rejections?)\\b',
    '\\b(?:(?:already|otherwise) (?:been )?(?:reported|handled|logged)|(?:reported|handled|logged) (?:elsewhere|above|below|where))\\b',
    "(?<!\\border )\\b(?:do(?:es)? not|do(?:es)?n['’]t) (?:care|matter)\\b",
  ].join('|'),
  'i',
);

const FORBIDS =
  /\b(?:must not be changed|(?:do not|don['’]?t) (?:change|replace|convert) (?:this|it)|keep (?:this|it) as)\b/i;

const SAYS_SO = new RegExp(
  `\\b(?:intentionally|on purpose|deliberately|is (?:intentional|deliberate)|as required|is required by|must (?:stay|remain))\\b|${FORBIDS.source}`,
  'i',
);
