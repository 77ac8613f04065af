import type { YAMLError } from 'yaml';
import { startOfLine } from '../../model/position.js';
import type { ContractSource } from '../contract-source.js';
import { type Complaint, complaints, quoted } from '../problem-catalogue.js';
import { refuseAt, type YamlRefusal } from './yaml-refusal.js';

/**
 * Says what a YAML error most likely comes from, and where. Regular expressions and globs are full of
 * characters that YAML gives a meaning, so the line is looked at for those before the library's words
 * are used.
 */
export function explainYamlError(source: ContractSource, error: YAMLError): YamlRefusal {
  const offset = error.pos[0];
  const { line, column } = source.placeOf({ start: offset, end: offset });
  const text = source.lineText(line);
  const tab = tabIndentAt(source.text, offset - column + 1);
  if (tab !== null) return refuseAt(tab, complaints.yamlTab());
  if (error.code === 'TAB_AS_INDENT') return refuseAt(offset, complaints.yamlTab());
  if (error.code === 'MULTIPLE_DOCS') return refuseAt(offset, complaints.yamlDocuments());
  const quote = unclosedQuote(error, source.text);
  if (quote !== null) return refuseAt(quote, complaints.yamlQuote());
  const cut = cutByFlowAt(text, column - 1);
  if (cut !== null) return refuseAt(offset - cut.before, explainStart(cut.text) ?? complaints.yamlFlow(cut.text));
  const start = valueStart(text);
  const value = wholeValue(text.slice(start));
  if (error.code === 'BAD_DQ_ESCAPE') {
    const written = source.text.slice(offset, offset + 2);
    return refuseAt(offset, complaints.yamlEscape(written, inSingleQuotes(value)));
  }
  const complaint = explainStart(value) ?? (hasNestedKey(value) ? complaints.yamlColon(value) : null);
  return complaint
    ? refuseAt(offset - column + 1 + start, complaint)
    : refuseAt(offset, complaints.yaml(reasonOf(error, value)));
}

/** Where a tab indents this line or the next one with text: a block ends there, and the error names the line before. */
function tabIndentAt(text: string, lineStart: number): number | null {
  const [, first = '', next = ''] = /^([^\r\n]*)(?:\s*[\r\n]+)?([^\r\n]*)/.exec(text.slice(lineStart)) ?? [];
  if (/^ *\t+ *\S/.test(first)) return lineStart + first.indexOf('\t');
  return /^ *\t+ *\S/.test(next) ? text.indexOf(next, lineStart + first.length) + next.indexOf('\t') : null;
}

/** Where the quote stands that is never closed: the library names the end of what it swallowed. */
function unclosedQuote(error: YAMLError, text: string): number | null {
  const quote = /closing (["'])/.exec(error.message)?.[1];
  if (quote === undefined) return null;
  const before = text.slice(0, error.pos[0]);
  // None is left inside but those that are escaped: `\"`, or two single ones.
  const opening = quote === '"' ? /(?<!\\)(?:\\\\)*"(?=(?:[^"\\]|\\[\s\S])*$)/ : /(?<!')'(?=(?:[^']|'')*$)/;
  const found = opening.exec(before);
  return found && found.index + found[0].length - 1;
}

/** How far back an item is looked for; no pattern has more text before its first bracket. */
const LONGEST_START = 1000;

/** `[src/*.{ts,tsx}]`: in a flow list or mapping brackets and commas are YAML's, so text that holds them is taken apart. */
function cutByFlowAt(line: string, index: number): { readonly text: string; readonly before: number } | null {
  if (!'[{'.includes(line.charAt(index))) return null;
  const near = line.slice(Math.max(0, index - LONGEST_START), index);
  const before = /^(?:.*(?:[[{,:]\s+|[[{]))?([^\s,[\]{}"'][^,[\]{}"']*)$/.exec(near)?.[1];
  if (before === undefined) return null;
  return { text: wholeFlowItem(line.slice(index - before.length)), before: before.length };
}

/** What was meant as one item of a flow list or mapping: a slash form goes on to its closing slash. */
export function wholeFlowItem(text: string): string {
  return /^\/.+?\/[a-z]*(?=\s*(?:,\s|[}\]]|$))/.exec(text)?.[0] ?? untilItemEnd(text).trim();
}

function explainStart(value: string): Complaint | null {
  const first = value.charAt(0);
  if (first === '!') return complaints.yamlTag(value);
  if (first === '*') return complaints.yamlAlias(value);
  if (first !== '' && '`@%|>&'.includes(first) && /^.\S/.test(value)) return complaints.yamlReserved(first, value);
  // With a space behind it, each of these opens a block of its own, and a block starts on a new line.
  if (/^[|>?-] +[^\s#]/.test(value)) return complaints.yamlReserved(first, value);
  if ((first === '[' || first === '{') && hasTextAfterClosing(value)) return complaints.yamlReserved(first, value);
  return null;
}

/** `[a-z]+/x`: a list ends and something follows, which no list does. */
function hasTextAfterClosing(value: string): boolean {
  let depth = 0;
  for (let i = 0; i < value.length; i++) {
    if ('[{'.includes(value.charAt(i))) depth++;
    else if (']}'.includes(value.charAt(i)) && --depth === 0) return !/^\s*([,#\]}:]|$)/.test(value.slice(i + 1));
  }
  return false;
}

function hasNestedKey(value: string): boolean {
  return !/^["'[{]/.test(value) && /:(\s|$)/.test(value);
}

/** Where a line's value begins, behind the list dashes and the key. */
function valueStart(line: string): number {
  return /^\s*(?:-\s+)*(?:["']?[\w.-]+["']?\s*:(?:\s+|$))?/.exec(line)?.[0].length ?? 0;
}

/** A value without the comment behind it; a slash form goes on to its last slash, `#` or not. */
export function wholeValue(text: string): string {
  return /^\/.*\/[a-z]*(?=\s|$)/.exec(text)?.[0] ?? withoutComment(text);
}

/** The unquoted text that starts at an offset, up to the end of its line or of its item in a flow list. */
export function valueTextAt(text: string, offset: number): string {
  const line = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const before = text.slice(startOfLine(text, offset), offset);
  const isInFlow = (before.match(/[[{]/g)?.length ?? 0) > (before.match(/[\]}]/g)?.length ?? 0);
  return withoutComment(isInFlow ? untilItemEnd(line) : line);
}

function untilItemEnd(line: string): string {
  let braces = 0;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '{') braces++;
    else if (character === '}') braces--;
    if (braces < 0 || (braces === 0 && ',]'.includes(character))) return line.slice(0, i);
  }
  return line;
}

function withoutComment(text: string): string {
  return text.replace(/\s+#.*$/, '').trim();
}

/** A double-quoted value with its backslashes kept, as single quotes would have it. */
export function inSingleQuotes(doubleQuoted: string): string {
  const inner = /^"((?:[^"\\]|\\.)*)"?/.exec(doubleQuoted)?.[1] ?? doubleQuoted;
  return quoted(inner.replaceAll('\\"', '"').replaceAll('\\\\', '\\'));
}

function reasonOf(error: YAMLError, value: string): string {
  if (error.code === 'UNEXPECTED_TOKEN' && value.startsWith("'")) {
    return 'the quoted text had already ended before this (a quote inside single quotes is doubled)';
  }
  const closing = /^Flow .* end with an? ([}\]])/.exec(error.message)?.[1];
  if (closing !== undefined) return `a list or mapping above is never closed: the \`${closing}\` is missing`;
  const known = REASONS[error.code];
  if (known) return known;
  const message = error.message.replace(/[.:]?\s*$/, '');
  return message.charAt(0).toLowerCase() + message.slice(1);
}

const REASONS: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a nested key cannot start in the middle of a line',
  MISSING_CHAR: 'a bracket, a comma or a colon is missing here or before',
  UNEXPECTED_TOKEN: 'the value had already ended before this text',
  BAD_INDENT: 'the indentation fits none of the lines above',
};
