import type { Finding } from '../../model/finding.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import { type JsonNode, parseJson } from '../../model/json-document.js';
import type { Problem } from '../../model/problem.js';
import { type PatternLayout, type PatternStore, STORE_FIELDS } from '../store.js';
import { FieldReader } from './field-reader.js';
import { StoreNotes } from './notes.js';
import { parsePattern } from './parse-pattern.js';

export interface ParsedStore {
  /** Null when anything is invalid: trust is never read from half a store. */
  readonly store: PatternStore | null;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

/** @param file how problems name the store */
export function parseStore(file: string, text: string): ParsedStore {
  const notes = new StoreNotes(file, text);
  const parsed = parseJson(text);
  if (parsed.kind === 'failed') {
    const help = 'Restore the file from version control, or correct it by hand; nothing was written.';
    notes.invalid('pattern-store/json', parsed.offset, `The pattern store is not valid JSON: ${parsed.message}.`, help);
  }
  const store = parsed.kind === 'parsed' ? readStore(parsed.node, notes) : null;
  const broken = notes.problems.some(({ severity }) => severity === 'invalid');
  return { store: broken ? null : store, problems: notes.problems, findings: notes.findings };
}

function readStore(node: JsonNode, notes: StoreNotes): PatternStore | null {
  if (node.kind !== 'object') {
    notes.invalid(
      'pattern-store/shape',
      node.offset,
      'The pattern store is not a JSON object.',
      'It is { "version": 1, "patterns": [] }.',
    );
    return null;
  }
  const fields = new FieldReader(node, 'the store', STORE_FIELDS, notes);
  if (!isVersionOne(fields, node, notes)) return null;
  const list = fields.required('patterns');
  if (list === null) return null;
  if (list.kind !== 'array') {
    fields.invalid(list, 'patterns', 'must be a list', null);
    return null;
  }
  const patterns: FixPattern[] = [];
  const layouts = new Map<string, PatternLayout>();
  list.items.forEach((item, index) => {
    const read = parsePattern(item, `/patterns/${index}`, notes);
    if (read === null) return;
    if (layouts.has(read.pattern.id)) {
      const message = `Two patterns have the id "${read.pattern.id}".`;
      notes.invalid('pattern-store/duplicate-id', item.offset, message, 'Give one of them another id, or delete it.');
      return;
    }
    patterns.push(read.pattern);
    layouts.set(read.pattern.id, read.layout);
  });
  return { patterns, extras: fields.extras(), layouts };
}

function isVersionOne(fields: FieldReader, node: JsonNode, notes: StoreNotes): boolean {
  const version = fields.node('version');
  if (version?.kind === 'number' && version.value === 1) return true;
  if (version === null && fields.node('schema_version') !== null) {
    const help = 'Bring it over with `specflow patterns import <file>`.';
    notes.invalid('pattern-store/upstream', node.offset, 'This store has the older "schema_version" shape.', help);
    return false;
  }
  const found = version === null ? 'is missing' : version.kind === 'number' ? `is ${version.raw}` : 'is not a number';
  const help = 'This specflow reads version 1; a newer store needs a newer specflow.';
  notes.invalid('pattern-store/version', (version ?? node).offset, `The version of the pattern store ${found}.`, help);
  return false;
}
