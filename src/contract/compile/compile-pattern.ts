import type { Pattern } from '../../model/contract.js';
import { splitRegexLiteral } from '../../model/split-regex-literal.js';
import { groupsOf } from '../../model/template.js';
import { type Complaint, complaints } from '../problem-catalogue.js';
import { inSingleQuotes, wholeFlowItem, wholeValue } from '../yaml/explain-yaml-error.js';
import type { YamlScalar } from '../yaml/yaml-node.js';
import { findDeadAnchor } from './dead-anchor.js';
import { findForeignSyntax } from './foreign-syntax.js';

const MAX_LENGTH = 10_000;

export type PatternResult =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'refused'; readonly complaint: Complaint };

/** A pattern as it stands in a contract; `text` is the whole file, to see what YAML may have cut off. */
export function compilePatternScalar(scalar: YamlScalar, text: string): PatternResult {
  const changed =
    changedEscape(scalar, text) ?? cutOff(scalar, text) ?? cutByAnchor(scalar, text) ?? spacesAround(scalar);
  return changed ? refuse(changed) : compilePattern(scalar.text);
}

/** `/source/flags`, or a bare source. */
export function compilePattern(written: string): PatternResult {
  const literal = readLiteral(written);
  if ('complaint' in literal) return refuse(literal.complaint);
  const { source, flags } = literal;
  if (source.trim() === '') return refuse(complaints.patternEmpty());
  if (source.length > MAX_LENGTH) return refuse(complaints.patternHuge(MAX_LENGTH));
  const foreign = findForeignSyntax(source);
  if (foreign) return refuse(foreign);
  const dead = findDeadAnchor(source, flags);
  if (dead) return refuse(dead);
  try {
    const regex = new RegExp(source, `g${flags}`);
    // Some patterns are refused only when first used, because what they compile to is too large.
    regex.test('');
    regex.lastIndex = 0;
    const missing = missingGroup(source, groupsOf(regex).count);
    return missing === null ? { kind: 'pattern', pattern: { written, regex } } : refuse(missing);
  } catch (error) {
    return refuse(complaints.patternInvalid(written, reasonOf(error)));
  }
}

/** Whether a pattern is content with nothing at all, in the middle of some ordinary text. */
export function matchesEverywhere({ regex }: Pattern): boolean {
  const probe = new RegExp(regex.source, regex.flags.replace('g', 'y'));
  return ['aa', '00', '  ', '__', '\uE000\uE000'].some((text) => {
    probe.lastIndex = 1;
    return probe.exec(text)?.[0] === '';
  });
}

/** Whether it is made of anchors and lookarounds alone: its matches have a position but no text. */
export function matchesOnlyPositions({ regex }: Pattern): boolean {
  let rest = regex.source
    .replace(/\\([\s\S])/g, (_, escaped: string) => (/[bB]/.test(escaped) ? '' : 'x'))
    .replace(/\[[^\]]*\]/g, 'x');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\(\?<?[=!][^()]*\)/g, '').replace(/\((?:\?:|\?<\w+>)?([^()?][^()]*)?\)/g, '{$1}');
  }
  return !/[^{}^$|*+?]/.test(rest);
}

function refuse(complaint: Complaint): PatternResult {
  return { kind: 'refused', complaint };
}

function readLiteral(
  written: string,
): { readonly source: string; readonly flags: string } | { readonly complaint: Complaint } {
  if (!written.startsWith('/')) return { source: written, flags: '' };
  const literal = splitRegexLiteral(written);
  if (literal === null) return { complaint: complaints.patternUnclosed(written) };
  const { flags } = literal;
  for (const [index, flag] of [...flags].entries()) {
    const meaning = FLAGS[flag];
    if (meaning === undefined) return { complaint: complaints.patternNotFlags(written, flags) };
    if (meaning !== 'allowed') return { complaint: complaints.patternFlags(flag, meaning) };
    if (flags.indexOf(flag) < index) return { complaint: complaints.patternFlags(flag, 'it stands there twice') };
  }
  return literal;
}

const FLAGS: Readonly<Record<string, string>> = {
  i: 'allowed',
  m: 'allowed',
  s: 'allowed',
  g: 'every match is always looked for, so it says nothing',
  y: 'it would pin matches to one position, and where to look is not for a pattern to say',
  u: 'it changes what escapes mean, and patterns are read without it everywhere',
  v: 'it changes what classes mean, and patterns are read without it everywhere',
  d: 'positions are always known, so it says nothing',
  x: 'JavaScript patterns cannot hold spaces and comments for reading',
};

/** `\2` without a second group is an octal escape to JavaScript. */
function missingGroup(source: string, groupCount: number): Complaint | null {
  for (const found of source.matchAll(/\\(?:([1-9]\d*)|[\s\S])/g)) {
    if (found[1] === undefined || Number(found[1]) <= groupCount || isInClass(source, found.index)) continue;
    const exists = groupCount === 0 ? 'no groups' : groupCount === 1 ? 'one group' : `${groupCount} groups`;
    const meaning = `it refers to a group, and the pattern has ${exists}`;
    return complaints.patternForeign(found[0], found.index + 1, meaning, 'Write \\xNN for a character by its number.');
  }
  return null;
}

function isInClass(source: string, index: number): boolean {
  let inside = false;
  for (let i = 0; i < index; i++) {
    const character = source.charAt(i);
    if (character === '\\') i++;
    else if (character === '[') inside = true;
    else if (character === ']') inside = false;
  }
  return inside;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
  const reason = /:\s([^:]*)$/.exec(error.message)?.[1] ?? error.message;
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}

/** `"\b"` is a backspace by the time a regular expression sees it; only these escapes mean the same to both. */
function changedEscape(scalar: YamlScalar, text: string): Complaint | null {
  if (scalar.style !== 'double-quoted') return null;
  const written = text.slice(scalar.range.start, scalar.range.end);
  const changed = /^"(?:[^\\]|\\[\\"/nrt\r\n])*?(\\[^\\"/nrt\r\n])/.exec(written)?.[1];
  return changed ? complaints.patternEscape(changed, inSingleQuotes(written)) : null;
}

/** A slash form that is not closed where YAML ended it may go on behind a `#` or a comma. */
function cutOff(scalar: YamlScalar, text: string): Complaint | null {
  if (scalar.style !== 'plain' || !scalar.text.startsWith('/')) return null;
  if (!('complaint' in readLiteral(scalar.text))) return null;
  const rest = /^[^\r\n]{0,1000}/.exec(text.slice(scalar.range.end))?.[0] ?? '';
  if (/^[ \t]+#/.test(rest)) {
    return complaints.patternCut(scalar.text, wholeValue(`${scalar.text}${rest.trimEnd()}`));
  }
  const whole = wholeFlowItem(`${scalar.text}${rest}`);
  return rest.startsWith(',') && whole !== scalar.text ? complaints.patternCutByComma(scalar.text, whole) : null;
}

/** YAML keeps spaces in quotes, and the line end of a block; a pattern would have to match them. */
function spacesAround({ text, style }: YamlScalar): Complaint | null {
  const inner = text.trim();
  const literal = inner === text ? null : splitRegexLiteral(inner);
  // ' /bin/sh' is a text.
  if (literal && [...literal.flags].every((flag) => Object.hasOwn(FLAGS, flag))) return complaints.patternAround(text);
  return style === 'block' && /[\r\n]$/.test(text) ? complaints.patternLineEnd(text) : null;
}

/** `&& b` is an anchor called `&` on the text `b`; an anchor that is used somewhere is meant as one. */
function cutByAnchor(scalar: YamlScalar, text: string): Complaint | null {
  if (scalar.style !== 'plain') return null;
  const [written, name] = /&(\S+)[ \t]+$/.exec(text.slice(0, scalar.range.start).split('\n').at(-1) ?? '') ?? [];
  if (written === undefined || name === undefined || text.includes(`*${name}`)) return null;
  return complaints.patternIsAnchor(written.trim(), written + scalar.text);
}
