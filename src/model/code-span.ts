import { sanitize } from './sanitize.js';

/** Untrusted text in a code span, whose fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const safe = sanitize(text);
  const fence = '`'.repeat(longestRun(safe) + 1);
  const pad = safe.startsWith('`') || safe.endsWith('`') || safe === '' ? ' ' : '';
  return fence + pad + safe + pad + fence;
}

/** Length of the longest run of backticks. */
export function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
