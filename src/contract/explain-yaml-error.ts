import type { YAMLError } from 'yaml';
import type { ContractSource } from './contract-source.js';
import { type Complaint, complaints, quoted } from './problem-catalogue.js';
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
  if (error.code === 'TAB_AS_INDENT' || /^ *\t/.test(text)) return refuseAt(offset, complaints.yamlTab());
  if (error.code === 'MULTIPLE_DOCS') return refuseAt(offset, complaints.yamlDocuments());
  const start = valueStart(text);
  const value = wholeValue(text.slice(start));
  if (error.code === 'BAD_DQ_ESCAPE') {
    const written = source.text.slice(offset, offset + 2);
    return refuseAt(offset, complaints.yamlEscape(written, inSingleQuotes(value)));
  }
  const complaint = explainStart(value) ?? (hasNestedKey(value) ? complaints.yamlColon(value) : null);
  return complaint
    ? refuseAt(offset - column + 1 + start, complaint)
    : refuseAt(offset, complaints.yaml(reasonOf(error)));
}

function explainStart(value: string): Complaint | null {
  const first = value.charAt(0);
  if (first === '!') return complaints.yamlTag(value);
  if (first === '*') return complaints.yamlAlias(value);
  if ('`@%|>&'.includes(first) && first !== '' && /^.\S/.test(value)) return complaints.yamlReserved(first, value);
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
  return !/^["']/.test(value) && /:(\s|$)/.test(value);
}

/** Where a line's value begins, behind the list dashes and the key. */
function valueStart(line: string): number {
  return /^\s*(?:-\s+)*(?:["']?[\w.-]+["']?\s*:\s+)?/.exec(line)?.[0].length ?? 0;
}

/** A value without the comment behind it; a slash form goes on to its last slash, `#` or not. */
export function wholeValue(text: string): string {
  return /^\/.*\/[a-z]*(?=\s|$)/.exec(text)?.[0] ?? withoutComment(text);
}

/** The unquoted text that starts at an offset, up to the end of its line or of its item in a flow list. */
export function valueTextAt(text: string, offset: number): string {
  const line = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
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

function reasonOf(error: YAMLError): string {
  if (error.message.includes('quote')) return 'a quote that was opened before is never closed';
  const known = REASONS[error.code];
  if (known) return known;
  const message = error.message.replace(/[.:]?\s*$/, '');
  return message.charAt(0).toLowerCase() + message.slice(1);
}

const REASONS: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a nested key cannot start in the middle of a line',
  MISSING_CHAR: 'a bracket, a comma or a colon is missing here or before',
  UNEXPECTED_TOKEN: 'the value had already ended before this text (a quote inside single quotes is doubled)',
  BAD_INDENT: 'the indentation fits none of the lines above',
};
