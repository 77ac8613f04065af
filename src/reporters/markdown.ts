import { sanitize } from '../model/sanitize.js';

/** Untrusted text as Markdown prose: nothing in it starts a link, a tag, a heading or a list. */
export function proseOf(text: string): string {
  return sanitize(text).replace(/[\\`*_[\]<>#|!~&]/g, '\\$&');
}

/** Untrusted text in a code span, whose fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const safe = sanitize(text);
  const fence = '`'.repeat(longestRun(safe) + 1);
  const pad = safe.startsWith('`') || safe.endsWith('`') || safe === '' ? ' ' : '';
  return fence + pad + safe + pad + fence;
}

/** Untrusted lines in a fenced block that they cannot close. */
export function codeBlock(language: string, text: string): string {
  const safe = sanitize(text.replaceAll('\r\n', '\n'), '\n\t').replace(/\n$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(safe) + 1));
  return `${fence}${language}\n${safe}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
