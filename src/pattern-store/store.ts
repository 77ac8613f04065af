import type { FixPattern } from '../model/fix-pattern.js';
import type { JsonNode } from '../model/json-document.js';

/** The parsed store: its patterns, and what else the file held, kept so that printing loses nothing. */
export interface PatternStore {
  readonly patterns: readonly FixPattern[];
  /** Unknown fields at the top level. */
  readonly extras: readonly ExtraField[];
  /** By pattern id. */
  readonly layouts: ReadonlyMap<string, PatternLayout>;
}

export interface PatternLayout {
  readonly extras: readonly ExtraField[];
  /** Optional fields the file spells out, to be printed even at their default. */
  readonly spelt: ReadonlySet<string>;
  /** Which evidence the figures of the pattern were computed from; null for none. */
  readonly digest?: string | null;
}

/** An unknown field, with the known field it stood behind (null: in front of all). */
export interface ExtraField {
  readonly after: string | null;
  readonly key: string;
  readonly value: JsonNode;
}

export const EMPTY_STORE: PatternStore = { patterns: [], extras: [], layouts: new Map() };

/** Fields of a stored pattern, in the order they are printed. */
const REQUIRED_FIELDS = ['id', 'rule_id', 'description', 'match', 'replacement_template', 'confidence'] as const;
const RECORD_FIELDS = ['tier', 'applied_count', 'success_count', 'failure_count', 'last_used', 'created'] as const;
/** Printed only where they differ from their default, or the file spelt them. */
export const OPTIONAL_FIELDS = [
  'provenance',
  'accepted',
  'retired',
  'target',
  'strategy',
  'find',
  'import_line',
  'when',
] as const;
/** Written and read by specflow alone. */
const EVIDENCE_FIELD = 'evidence';
export const PATTERN_FIELDS: readonly string[] = [
  ...REQUIRED_FIELDS,
  ...RECORD_FIELDS,
  ...OPTIONAL_FIELDS,
  EVIDENCE_FIELD,
];
export const STORE_FIELDS: readonly string[] = ['version', 'patterns'];

/** The store with these patterns in place of its own: same ids keep their place, new ones go to the end. */
export function withPatterns(store: PatternStore, patterns: readonly FixPattern[]): PatternStore {
  const next = new Map(patterns.map((pattern) => [pattern.id, pattern]));
  const kept = store.patterns.flatMap(({ id }) => next.get(id) ?? []);
  const known = new Set(store.patterns.map(({ id }) => id));
  return { ...store, patterns: [...kept, ...patterns.filter(({ id }) => !known.has(id))] };
}

const NO_LAYOUT: PatternLayout = { extras: [], spelt: new Set() };

/** The store with each pattern marked by the evidence its figures come from. */
export function withDigests(store: PatternStore, digests: ReadonlyMap<string, string | null>): PatternStore {
  const layouts = store.patterns.map(({ id }): [string, PatternLayout] => {
    const layout = layoutOf(store, id);
    return [id, { ...layout, digest: digests.get(id) ?? null }];
  });
  return { ...store, layouts: new Map(layouts) };
}

export function layoutOf(store: PatternStore, id: string): PatternLayout {
  return store.layouts.get(id) ?? NO_LAYOUT;
}
