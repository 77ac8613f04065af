import { longestRun } from '../../model/code-span.js';
import { sanitize } from '../../model/sanitize.js';

export { codeSpan } from '../../model/code-span.js';

/** Untrusted text as Markdown prose: nothing in it starts a link, a tag, a heading or a list. */
export function proseOf(text: string): string {
  return sanitize(text).replace(/[\\`*_[\]<>#|!~&]/g, '\\$&');
}

/** Untrusted lines in a fenced block that they cannot close. */
export function codeBlock(language: string, text: string): string {
  const safe = sanitize(text.replaceAll('\r\n', '\n'), '\n\t').replace(/\n$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(safe) + 1));
  return `${fence}${language}\n${safe}\n${fence}`;
}
