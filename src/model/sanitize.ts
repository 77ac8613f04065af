import { LOG_COMMAND } from './log-command.js';

/**
 * Makes untrusted text safe to print: control bytes (ESC and C1 among them), bidi controls, line and paragraph
 * separators and lone surrogates become visible escapes such as `\x1b` or `\u202e`, and so does the first character of
 * what a CI system would take for a command in a log, such as `::error::` where a line may begin, or `##[group]`.
 *
 * @param keep characters that pass nevertheless, such as `\n\t` for text that has its own layout
 */
export function sanitize(text: string, keep = ''): string {
  if (!MAY_BE_UNSAFE.test(text)) return text;
  const shown = (character: string): string => (keep.includes(character) ? character : escapeOf(character));
  return text.replace(UNSAFE, shown).replace(LOG_COMMAND, shown).replace(WORKFLOW_COMMAND, shown);
}

/** Nearly no text has any of these, and to look for them once is quicker. */
const MAY_BE_UNSAFE = /[^ -~]|##|::/;

/** GitHub looks behind leading blanks, and whoever wraps a text begins a line at any blank. */
const WORKFLOW_COMMAND = /(?<!\S):(?=:)/g;

const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeOf(character: string): string {
  const short = SHORT[character];
  if (short) return short;
  const code = character.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
