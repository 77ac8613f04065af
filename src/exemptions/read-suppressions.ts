import type { Finding } from '../model/finding.js';
import {
  SUPPRESSION_MARKER as MARKER,
  type Suppression,
  type SuppressionsRead,
  splitReason,
} from '../model/suppression.js';

const NONE: SuppressionsRead = { suppressions: [], findings: [] };

/**
 * Reads `specflow-ignore-next-line RULE-1, RULE-2 -- reason` behind a comment opener.
 *
 * The opener must not stand within quotes on its own line, so that a string that merely holds the words suppresses
 * nothing; an apostrophe in prose before it errs on the same side. Undecided without a parser: a template literal or
 * block string that was opened on an earlier line.
 */
export function readSuppressions(file: string, text: string): SuppressionsRead {
  if (!text.includes(MARKER)) return NONE;
  const suppressions: Suppression[] = [];
  const findings: Finding[] = [];
  text.split(/\r\n|\n|\r/).forEach((lineText, index) => {
    const at = lineText.indexOf(MARKER);
    if (at === -1 || !opensComment(lineText.slice(0, at))) return;
    const line = index + 1;
    const read = readBody(lineText.slice(at + MARKER.length), lineText);
    if (typeof read === 'string') findings.push(malformed(file, line, read));
    else suppressions.push({ file, line, ...read });
  });
  return { suppressions, findings };
}

/** Whether what stands before the marker ends in a comment opener that is not inside quotes. */
function opensComment(before: string): boolean {
  const trimmed = before.trimEnd();
  const opener = /(?:\/\/|\/\*+|#|<!--)$/.exec(trimmed);
  return opener !== null && !endsInQuotes(trimmed.slice(0, opener.index));
}

function endsInQuotes(text: string): boolean {
  let quote: string | null = null;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '\\') i++;
    else if (quote === null && /["'`]/.test(character)) quote = character;
    else if (character === quote) quote = null;
  }
  return quote !== null;
}

/** Rule ids and reason, or what is wrong with them. */
function readBody(
  written: string,
  wholeLine: string,
): string | { readonly ruleIds: string[]; readonly reason: string } {
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(wholeLine)) {
    return 'its line holds invisible characters that reorder text';
  }
  const body = written.split(/\*\/|-->/, 1)[0] ?? '';
  if (body !== '' && !/^\s/.test(body)) return 'a space must follow the marker';
  const { names, reason } = splitReason(body);
  const ruleIds = names.split(',').map((id) => id.trim());
  if (ruleIds.some((id) => id === '')) return 'it names no rule';
  if (ruleIds.some((id) => id.includes('*') || id.toLowerCase() === 'all')) return 'rules must be named one by one';
  return !reason ? 'it gives no reason' : { ruleIds: [...new Set(ruleIds)], reason };
}

function malformed(file: string, line: number, flaw: string): Finding {
  return {
    code: 'suppression/malformed',
    ruleId: null,
    file,
    line,
    message: `This suppression suppresses nothing: ${flaw}.`,
    help: `Write: ${MARKER} RULE-ID -- reason`,
  };
}
