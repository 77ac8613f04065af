import type { TextRange } from '../../model/position.js';

/**
 * A YAML value that remembers where it was written. Aliases are already followed, so a node may be
 * reached by several paths, but never by itself.
 */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: readonly YamlEntry[];
  readonly range: TextRange;
  /** Written as `{…}`. */
  readonly flow: boolean;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly range: TextRange;
  /** Written as `[…]`. */
  readonly flow: boolean;
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The scalar as its author wrote it, quotes and escapes resolved: `1.0` stays `1.0`, `null` stays `null`. */
  readonly text: string;
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'block';
  readonly range: TextRange;
}

function entryOf(node: YamlNode | null, key: string): YamlEntry | null {
  if (node?.kind !== 'map') return null;
  const entry = node.entries.find((candidate) => candidate.key === key);
  return entry && !isAbsent(entry.value) ? entry : null;
}

/** The value of the first of these keys that has one; a key without a value counts as absent. */
export function fieldOf(node: YamlNode | null, ...keys: readonly string[]): YamlNode | null {
  for (const key of keys) {
    const entry = entryOf(node, key);
    if (entry) return entry.value;
  }
  return null;
}

export function scalarOf(node: YamlNode | null, ...keys: readonly string[]): YamlScalar | null {
  const value = fieldOf(node, ...keys);
  return value?.kind === 'scalar' ? value : null;
}

/** The text of a scalar field, trimmed; null when there is none or it is blank. */
export function textOf(node: YamlNode | null, ...keys: readonly string[]): string | null {
  const text = scalarOf(node, ...keys)?.text.trim();
  return text ? text : null;
}

/** A list, or one value standing for a list of one; nothing for an absent field. */
export function itemsOf(node: YamlNode | null, ...keys: readonly string[]): readonly YamlNode[] {
  const value = fieldOf(node, ...keys);
  if (!value) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** The texts of a list of scalars, or of one scalar; other items are left out. */
export function textsOf(node: YamlNode | null, ...keys: readonly string[]): readonly string[] {
  return itemsOf(node, ...keys).flatMap((item) => (item.kind === 'scalar' && !isAbsent(item) ? [item.text] : []));
}

export function hasKey(node: YamlNode, ...keys: readonly string[]): boolean {
  return node.kind === 'map' && node.entries.some((entry) => keys.includes(entry.key));
}

/** A mapping that stands where `place` stands, made of nodes written elsewhere. */
export function mapAt(place: YamlNode, fields: Readonly<Record<string, YamlNode | null>>): YamlMap {
  const entries = Object.entries(fields).flatMap(([key, value]) =>
    value ? [{ key, keyRange: value.range, value }] : [],
  );
  return { kind: 'map', entries, range: place.range, flow: false };
}

export function listAt(place: YamlNode, items: readonly YamlNode[]): YamlList {
  return { kind: 'list', items, range: place.range, flow: false };
}

/**
 * Plain values for a validator. Every scalar is the text its author wrote, since a contract holds
 * nothing but texts. Keys without a value are left out: `soft:` is the same as no `soft`.
 */
export function toPlain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return isAbsent(node) ? null : node.text;
  if (node.kind === 'list') return node.items.map(toPlain);
  const plain: Record<string, unknown> = {};
  for (const entry of node.entries) if (!isAbsent(entry.value)) plain[entry.key] = toPlain(entry.value);
  return plain;
}

function isAbsent(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.style === 'plain';
}
