import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { startOfLine } from '../model/position.js';

/** A forbidden pattern that is to become a rule. */
export interface NewRule {
  readonly id: string;
  readonly title: string;
  readonly scope: readonly string[];
  readonly pattern: string;
  readonly message: string;
  /** Where it comes from, for the comment above it. */
  readonly origin: string;
  readonly exampleViolation: string | null;
  readonly list: 'non_negotiable' | 'soft';
}

export type AddedRule =
  | { readonly kind: 'added'; readonly text: string }
  /** One clause. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The text of a contract with one more rule at the end of its list, and its version raised. Everything else stays as it
 * is, to the byte: comments, quotes, line ends.
 */
export function addRule(text: string, rule: NewRule): AddedRule {
  const document = parseDocument(text, { lineCounter: new LineCounter(), keepSourceTokens: true });
  if (document.errors.length > 0) return { kind: 'refused', reason: 'the contract is not valid YAML' };
  const root: unknown = document.contents;
  if (!isMap(root)) return { kind: 'refused', reason: 'the contract is not a map' };
  const rules = memberNamed(root, 'rules');
  if (!isMap(rules) || rules.flow) return { kind: 'refused', reason: 'it has no block of rules to add to' };
  const version = raiseVersion(root);
  const insertion = insertionFor(text, rules, rule);
  if (typeof insertion === 'string') return { kind: 'refused', reason: insertion };
  const edits = [...version, insertion].sort((a, b) => b.start - a.start);
  const added = edits.reduce(
    (before, { start, end, with: next }) => before.slice(0, start) + next + before.slice(end),
    text,
  );
  return { kind: 'added', text: added };
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly with: string;
}

function memberNamed(map: YAMLMap, key: string): unknown {
  return pairOf(map, key)?.value ?? null;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** None where there is no version, or one that is no number. */
function raiseVersion(root: YAMLMap): readonly Splice[] {
  const meta = memberNamed(root, 'contract_meta');
  const version = isMap(meta) ? memberNamed(meta, 'version') : null;
  if (!isScalar(version) || !version.range) return [];
  const [start, end] = version.range;
  const written = String(version.source ?? version.value);
  const parts = /^(\d+)((?:\.\d+)*)$/.exec(written.trim())?.[0]?.split('.');
  if (!parts) return [];
  // A new rule is a new feature: 1.4.2 becomes 1.5.0, and 3 becomes 4.
  const at = Math.min(1, parts.length - 1);
  const raised = parts
    .map((part, index) => (index < at ? part : index === at ? String(Number(part) + 1) : '0'))
    .join('.');
  const quote = version.type === 'QUOTE_DOUBLE' ? '"' : version.type === 'QUOTE_SINGLE' ? "'" : '';
  // 1.10 unquoted would read as 1.1.
  const needed = quote === '' && /^\d+\.\d*0$/.test(raised) ? '"' : quote;
  return [{ start, end, with: needed + raised + needed }];
}

/** Where the rule goes, or why it cannot. */
function insertionFor(text: string, rules: YAMLMap, rule: NewRule): Splice | string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const pair = pairOf(rules, rule.list);
  const list = pair?.value;
  if (isSeq(list) && list.items.length > 0) {
    if (list.flow) return `its list ${rule.list} is written in one line`;
    const first = list.items[0] as Node;
    const dash = text.lastIndexOf('-', first.range?.[0] ?? 0);
    const indent = columnOf(text, dash);
    const last = list.items.at(-1) as Node;
    const at = lineEndAfter(text, last.range?.[1] ?? text.length);
    return { start: at, end: at, with: block(text, at, ruleLines(rule, indent), end) };
  }
  const ruleIndent = columnOf(text, (rules.items[0]?.key as Node | undefined)?.range?.[0] ?? 0);
  const lines = ruleLines(rule, ruleIndent + 2);
  if (pair !== undefined && isSeq(list) && list.range) {
    // `soft: []`, with the blank in between
    const start = text.slice(0, list.range[0]).trimEnd().length;
    return { start, end: list.range[1], with: `${end}${lines.join(end)}` };
  }
  if (pair !== undefined) return `its ${rule.list} is not a list`;
  const at = lineEndAfter(text, rules.range?.[1] ?? text.length);
  return { start: at, end: at, with: block(text, at, [`${' '.repeat(ruleIndent)}${rule.list}:`, ...lines], end) };
}

function block(text: string, at: number, lines: readonly string[], end: string): string {
  const gap = at > 0 && text[at - 1] !== '\n' ? end : '';
  return `${gap}${lines.join(end)}${end}`;
}

function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}

/** Behind the line a node ends on; a block scalar ends with the line end itself. */
function lineEndAfter(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function ruleLines(rule: NewRule, indent: number): readonly string[] {
  const lines = [
    `# ${rule.origin}`,
    `- id: ${quoted(rule.id)}`,
    `  title: ${quoted(rule.title)}`,
    '  scope:',
    ...rule.scope.map((glob) => `    - ${quoted(glob)}`),
    '  behavior:',
    '    forbidden_patterns:',
    `      - pattern: ${quoted(rule.pattern)}`,
    `        message: ${quoted(rule.message)}`,
    ...(rule.exampleViolation === null ? [] : [`  example_violation: ${quoted(rule.exampleViolation)}`]),
  ];
  return lines.map((line) => ' '.repeat(indent) + line);
}

/** A YAML double-quoted scalar is a superset of a JSON string; single quotes keep a regex readable. */
function quoted(text: string): string {
  return /^[^'\n\r\t\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/.test(text) ? `'${text}'` : JSON.stringify(text);
}
