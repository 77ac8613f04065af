/**
 * The journal of a heal run: what it is about to write, line by line, each line on disk before the write it tells of.
 * Whoever finds the journal of a run that did not end can tell from it what to put back and what to keep. What a fix
 * taught is carried as text that only those who save it understand.
 */
import { type JsonNode, parseJson } from '../model/json-document.js';

export type JournalEntry =
  | {
      readonly kind: 'begin';
      readonly run: string;
      /** `each`: a file is proven before it is written. `together`: all files are, by commands that run on them. */
      readonly proof: 'each' | 'together';
      readonly selection: Selection;
    }
  /** What the fixes of a file teach, should they stay. */
  | { readonly kind: 'lesson'; readonly file: string; readonly lesson: string }
  /** Intent: the file holds `before` and is about to hold `after` (SHA-256 of bytes), through a temporary file beside it. */
  | {
      readonly kind: 'write';
      readonly file: string;
      readonly before: string;
      readonly after: string;
      readonly temporary: string;
    }
  | { readonly kind: 'written'; readonly file: string; readonly after: string }
  /** All that is written stays, and this is what the run taught. */
  | { readonly kind: 'proven'; readonly lesson: string };

/** What a run was asked to heal; null and empty lists do not restrict. */
export interface Selection {
  /** Root-relative. */
  readonly paths: readonly string[];
  readonly rules: readonly string[];
  readonly contracts: readonly string[];
  readonly maxIterations: number | null;
  /** Hundredths. */
  readonly minConfidence: number | null;
  /** Whether violations the baseline knows are healed too. */
  readonly includesBaseline: boolean;
}

export type JournalRead =
  | { readonly kind: 'entries'; readonly entries: readonly JournalEntry[] }
  /** A line in the middle makes no sense: nothing that follows can be trusted. */
  | { readonly kind: 'broken'; readonly line: number };

/** One line, without its end. */
export function printEntry(entry: JournalEntry): string {
  return JSON.stringify(entry);
}

/** A last line without its end was being written when the run was killed: what it tells of was not begun. */
export function parseJournal(text: string): JournalRead {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  lines.pop();
  const entries: JournalEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = parseEntry(line);
    if (entry === null || (entry.kind === 'begin') !== (index === 0)) return { kind: 'broken', line: index + 1 };
    entries.push(entry);
  }
  return { kind: 'entries', entries };
}

function parseEntry(line: string): JournalEntry | null {
  const parsed = parseJson(line);
  if (parsed.kind === 'failed') return null;
  const text = (name: string): string => stringOf(memberOf(parsed.node, name));
  try {
    switch (text('kind')) {
      case 'begin':
        return { kind: 'begin', run: text('run'), proof: proofOf(text('proof')), selection: selectionOf(parsed.node) };
      case 'lesson':
        return { kind: 'lesson', file: text('file'), lesson: text('lesson') };
      case 'write': {
        const [before, after] = [text('before'), text('after')];
        return { kind: 'write', file: text('file'), before, after, temporary: text('temporary') };
      }
      case 'written':
        return { kind: 'written', file: text('file'), after: text('after') };
      case 'proven':
        return { kind: 'proven', lesson: text('lesson') };
      default:
        return null;
    }
  } catch (error) {
    if (error instanceof NotAnEntry) return null;
    throw error;
  }
}

class NotAnEntry extends Error {}

function proofOf(text: string): 'each' | 'together' {
  if (text !== 'each' && text !== 'together') throw new NotAnEntry();
  return text;
}

function selectionOf(entry: JsonNode): Selection {
  const node = memberOf(entry, 'selection');
  return {
    paths: stringsOf(memberOf(node, 'paths')),
    rules: stringsOf(memberOf(node, 'rules')),
    contracts: stringsOf(memberOf(node, 'contracts')),
    maxIterations: numberOf(memberOf(node, 'maxIterations')),
    minConfidence: numberOf(memberOf(node, 'minConfidence')),
    includesBaseline: booleanOf(memberOf(node, 'includesBaseline')),
  };
}

function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.find(({ key }) => key === name)?.value : undefined;
}

function stringOf(node: JsonNode | undefined): string {
  if (node?.kind !== 'string') throw new NotAnEntry();
  return node.value;
}

function stringsOf(node: JsonNode | undefined): readonly string[] {
  if (node?.kind !== 'array') throw new NotAnEntry();
  return node.items.map(stringOf);
}

function booleanOf(node: JsonNode | undefined): boolean {
  if (node?.kind !== 'literal' || node.value === null) throw new NotAnEntry();
  return node.value;
}

function numberOf(node: JsonNode | undefined): number | null {
  if (node?.kind === 'number') return node.value;
  if (node?.kind === 'literal' && node.value === null) return null;
  throw new NotAnEntry();
}
