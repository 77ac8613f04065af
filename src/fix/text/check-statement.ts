import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { Inserted } from './code-alone.js';

const BRACES = /\.(?:go|java|kts?|c|cc|cpp|h|hpp|cs|rs|swift|scala|dart|groovy|gradle|php)$/i;
const RUBY = /\.rb$/i;
const SHELL = /\.(?:sh|bash|zsh)$/i;
const STYLES = /\.(?:css|scss|less)$/i;

interface Around {
  readonly path: string;
  /** Code in front of the lines and behind them, without comments; the nearest line first. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** The lines. */
  readonly added: readonly string[];
}

/**
 * Whether lines of a language that is not parsed stand between two statements, and run.
 * @param lines where they stand in the text
 */
export function checkStatement(path: string, { text, code }: Inserted, lines: TextRange): Refusal | null {
  if (/\.mdx?$/i.test(path)) return checkProse(text, lines);
  const around = {
    path,
    above: filled(code.slice(0, lines.start)).toReversed(),
    below: filled(code.slice(lines.end)),
    added: filled(code.slice(lines.start, lines.end)),
  };
  if (around.added.length === 0) return null;
  if (/\.sql$/i.test(path)) return checkQuery(around);
  if (/(?:^|\/)makefile[^/]*$|\.mk$/i.test(path)) return checkRecipe(around);
  if (STYLES.test(path)) return checkStyle(around, code.slice(0, lines.start));
  if (SHELL.test(path)) return /^\s*(?:then|do)\b/.test(around.below[0] ?? '') ? TORN : null;
  if (!BRACES.test(path) && !RUBY.test(path)) return null;
  return checkWhole(around) ?? checkBranch(around) ?? checkReached(around);
}

const TORN = refuse('line-is-whole', 'The text would stand in the middle of a statement of several lines.');

function filled(code: string): readonly string[] {
  return code.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

/** A chain or an expression that goes on below, and the body of what is declared above. */
function checkWhole({ path, above, below, added }: Around): Refusal | null {
  const [last = '', next = '', own = ''] = [above[0]?.trim(), below[0]?.trim(), added[0]?.trim()];
  const isLink = /^(?:[.?&]\.?[A-Za-z_]|&&|\|\||\?->|->)/.test(own);
  if (/\{$/.test(last) && LABEL.test(next) && !LABEL.test(own)) return TORN;
  if (isLink) return added.at(-1)?.trimEnd().endsWith(';') && GOES_ON.test(next) ? TORN : null;
  if (GOES_ON.test(next) || (!/[;{}]$/.test(last) && BEGINS_BODY.test(next) && BRACES.test(path))) return TORN;
  return /(?:[^=!<>]=|\+(?<!\+\+)|&&|\|\||\.)$/.test(last) && !/\.\.$/.test(last) ? TORN : null;
}

const GOES_ON = /^(?:\??\.[A-Za-z_]|&\.|&&|\|\||\?\?|\?->|->|\+(?!\+)|\?\s|:\s)/;
const LABEL = /^(?:case\b|default\b)/;
const BEGINS_BODY = /^(?:\{|(?:extends|implements|throws|where)\s)/;

/** Without braces, the first statement below `if (a)` is all that it rules. */
function checkBranch({ path, above, added }: Around): Refusal | null {
  if (/\.(?:go|rs|swift|rb)$/i.test(path)) return null;
  const [last = '', before = ''] = above;
  const isRuled = isHead(last) || (isHead(before) && indentOf(added[0] ?? '') > indentOf(before));
  return isRuled ? refuse('line-is-whole', 'The line above rules one statement alone, which is not the text.') : null;
}

function isHead(line: string): boolean {
  let flat = line;
  while (/\([^()]*\)/.test(flat)) flat = flat.replace(/\([^()]*\)/g, ' ');
  return flat !== line
    ? /^\s*(?:\}\s*)?(?:else\s+)?(?:if|for|foreach|while)\s*$/.test(flat)
    : /^[\s}]*(?:else|do)\s*$/.test(line);
}

function checkReached({ path, above, added }: Around): Refusal | null {
  const [last = ''] = above;
  const isWhole = /\.(?:go|kts?|rb|swift|scala|groovy|gradle)$/i.test(path) || /;\s*$/.test(last);
  const leaves = /^\s*(?:return|throw|break|continue|raise|next)\b(?!.*\b(?:if|unless)\b)/.test(last);
  const isBeside = indentOf(added[0] ?? '') === indentOf(last);
  const isLabel = /^\s*(?:case\b|default\b|\w+:(?!:))/.test(added[0] ?? '');
  return isWhole && leaves && isBeside && !isLabel
    ? refuse('reachable', 'The line above leaves, so what stands below it would never run.')
    : null;
}

function indentOf(line: string): number {
  return line.search(/\S/);
}

/** A declaration stands in a rule, behind one that is ended. */
function checkStyle({ above, added }: Around, code: string): Refusal | null {
  const last = above[0]?.trim() ?? '';
  const depth = (code.match(/\{/g)?.length ?? 0) - (code.match(/\}/g)?.length ?? 0);
  const isDeclaration = /^\s*[a-z-]+\s*:[^{}]*;?\s*$/i.test(added[0] ?? '');
  if (depth === 0 && isDeclaration) return refuse('anchor-unique', 'The text would stand outside of any rule.');
  const isList = last.endsWith(',') && /,\s*$/.test(added.at(-1) ?? '');
  return last === '' || /[{};]$/.test(last) || isList ? null : TORN;
}

/** A statement of SQL goes on to its semicolon. */
function checkQuery({ above, added }: Around): Refusal | null {
  const isStatement = added.at(-1)?.trimEnd().endsWith(';');
  const last = above[0] ?? ';';
  return isStatement && !/(?:;|\$\w*\$|^\\.*|\b(?:begin|then|else|loop|declare|as|go))\s*$/i.test(last) ? TORN : null;
}

/** A rule or variable of a Makefile is none among the commands of another rule. */
function checkRecipe({ below, added }: Around): Refusal | null {
  const isCommand = added[0]?.startsWith('\t');
  if (!isCommand) return below[0]?.startsWith('\t') ? TORN : null;
  return /^\t[\w.-]+\s*(?:::?(?!=)|[:?+]?=)/.test(added[0] ?? '')
    ? refuse('line-is-whole', 'The text would be a command of the rule above.')
    : null;
}

/** A line of `===` makes the one above it a title, and one of `|---|` makes it the head of a table. */
function checkProse(text: string, { start, end }: TextRange): Refusal | null {
  const above = text.slice(0, start).replace(/(?:\r\n?|\n)$/, '');
  const isFrontMatter = /^---\s/.test(text) && !/[\r\n]---\s*(?:[\r\n]|$)/.test(above);
  const rule = /^(?:=+|-{2,}|\|?(?:\s*:?-+:?\s*\|)+[\s:-]*)[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(end));
  return rule && !isFrontMatter && /\S[^\S\r\n]*$/.test(above) ? TORN : null;
}
