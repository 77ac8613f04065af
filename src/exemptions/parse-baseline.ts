import { type JsonMember, type JsonNode, memberValue, parseJson } from '../model/json-document.js';
import { indexLines } from '../model/position.js';
import type { Problem } from '../model/problem.js';
import { nearestName } from '../model/suggest.js';
import type { Baseline, BaselineEntry } from './baseline.js';

/** Null when anything is wrong with it: half a baseline would excuse something else than was meant. */
export interface ParsedBaseline {
  readonly baseline: Baseline | null;
  readonly problems: readonly Problem[];
}

/** @param file how the problem names it */
export function parseBaseline(file: string, text: string): ParsedBaseline {
  const json = parseJson(text);
  const flaw =
    json.kind === 'failed' ? { offset: json.offset, message: jsonMessage(text, json.message) } : flawOf(json.node);
  if (json.kind === 'parsed' && flaw === null) return { baseline: readBaseline(json.node), problems: [] };
  const { offset, message } = flaw ?? { offset: 0, message: '' };
  const { line, column } = indexLines(text).positionAt(offset);
  const problem = {
    code: 'baseline/invalid',
    severity: 'invalid',
    file,
    line,
    column,
    message: `The baseline cannot be used: ${message}.`,
    help: 'Restore it from version control, or delete it and run "specflow baseline create".',
  } as const;
  return { baseline: null, problems: [problem] };
}

function jsonMessage(text: string, message: string): string {
  return /^(?:<{7}|={7}|>{7})/m.test(text) ? 'a merge left conflict marks in it' : message;
}

interface Flaw {
  readonly offset: number;
  /** Goes on after "The baseline cannot be used: ". */
  readonly message: string;
}

const ENTRY_FIELDS = ['file', 'rule', 'count', 'anchors'];

function flawOf(node: JsonNode): Flaw | null {
  if (node.kind !== 'object') return { offset: node.offset, message: 'it is not an object' };
  const version = memberValue(node, 'version');
  if (version?.kind !== 'number' || version.value !== 1) {
    const message = 'its "version" must be 1; a newer specflow may have written it';
    return { offset: (version ?? node).offset, message };
  }
  const known = memberValue(node, 'known');
  if (known?.kind !== 'array') return { offset: (known ?? node).offset, message: 'it needs a list "known"' };
  return unknownField(node.members, ['version', 'known']) ?? firstFlaw(known.items);
}

function firstFlaw(items: readonly JsonNode[]): Flaw | null {
  for (const item of items) {
    const flaw = entryFlaw(item);
    if (flaw) return flaw;
  }
  return null;
}

function entryFlaw(node: JsonNode): Flaw | null {
  if (node.kind !== 'object') return { offset: node.offset, message: 'each entry of "known" must be an object' };
  for (const [name, check] of Object.entries(FIELD_CHECKS)) {
    const value = memberValue(node, name);
    const wrong = value === null ? 'is missing' : check(value);
    if (wrong !== null) return { offset: (value ?? node).offset, message: `"${name}" ${wrong}` };
  }
  return unknownField(node.members, ENTRY_FIELDS);
}

const FIELD_CHECKS: Readonly<Record<string, (node: JsonNode) => string | null>> = {
  file: (node) => (isText(node) || (node.kind === 'literal' && node.value === null) ? null : 'must be a path, or null'),
  rule: (node) => (isText(node) ? null : 'must be the id of a rule'),
  count: (node) =>
    node.kind === 'number' && Number.isSafeInteger(node.value) && node.value >= 1
      ? null
      : 'must be a whole number of at least 1',
  anchors: (node) =>
    node.kind === 'array' && node.items.length > 0 && node.items.length <= 2 && node.items.every(isAnchor)
      ? null
      : 'must be one or two texts of 16 hex digits',
};

function isText(node: JsonNode): boolean {
  return node.kind === 'string' && node.value !== '';
}

function isAnchor(node: JsonNode): boolean {
  return node.kind === 'string' && /^[0-9a-f]{16}$/.test(node.value);
}

function unknownField(members: readonly JsonMember[], known: readonly string[]): Flaw | null {
  const unknown = members.find(({ key }) => !known.includes(key));
  if (!unknown) return null;
  const near = nearestName(unknown.key, known);
  const guess = near === null ? '' : `; did you mean "${near}"?`;
  return { offset: unknown.offset, message: `it has the unknown field ${JSON.stringify(unknown.key)}${guess}` };
}

function readBaseline(node: JsonNode): Baseline {
  const known = memberValue(node, 'known');
  const entries = known?.kind === 'array' ? known.items.map(readEntry) : [];
  return { entries: withoutRepeats(entries) };
}

function readEntry(node: JsonNode): BaselineEntry {
  const field = (name: string): JsonNode | null => memberValue(node, name);
  const text = (value: JsonNode | null): string => (value?.kind === 'string' ? value.value : '');
  const file = field('file');
  const count = field('count');
  const anchors = field('anchors');
  return {
    ruleId: text(field('rule')),
    file: file?.kind === 'string' ? file.value : null,
    anchors: anchors?.kind === 'array' ? anchors.items.map(text) : [],
    count: count?.kind === 'number' ? count.value : 0,
  };
}

/** Two branches that each knew the same violation leave two lines when they are merged: it is still one. */
function withoutRepeats(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const unique = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.ruleId, entry.file, entry.anchors]);
    if ((unique.get(key)?.count ?? 0) < entry.count) unique.set(key, entry);
  }
  return [...unique.values()];
}
