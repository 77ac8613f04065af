import { listAt, mapAt, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/yaml-node.js';

/** One way in which contract files have been written, and how its rules are found. */
export interface Dialect {
  /** What a file of this kind is, for a sentence: "This is …". */
  readonly name: string;
  /** Why such a file may hold nothing to enforce. */
  readonly whyProse: string;
  recognises(root: YamlMap): boolean;
  rulesOf(root: YamlMap): readonly RuleSource[];
}

/** A rule as written, or put into the shape of a rule from what stands elsewhere. */
export interface RuleSource {
  readonly node: YamlNode;
  readonly tier: 'non-negotiable' | 'soft';
  readonly origin: 'pattern' | 'journey';
}

const CHECK_KEYS: ReadonlySet<string> = new Set([
  'forbidden_patterns',
  'required_patterns',
  'allowed_domains',
  'forbidden_domains',
]);

/** Whether a mapping carries checks, itself or under `behavior`. */
export function hasChecks(node: YamlNode): boolean {
  return node.kind === 'map' && node.entries.some(isCheck);
}

function isCheck({ key, value }: YamlEntry): boolean {
  return CHECK_KEYS.has(key) || (/^behavior(_spec)?$/.test(key) && hasChecks(value));
}

/** A field that means something only inside a rule. */
export function isPartOfRule(entry: YamlEntry): boolean {
  return entry.key === 'auto_fix' || isCheck(entry);
}

/**
 * Documentation quotes rules without their frame. A list of rules and a lone rule are as good as a
 * contract; anything smaller lacks an id and a scope and stays what it is.
 */
export function frame(root: YamlNode): YamlNode {
  if (root.kind === 'list') return root.items.some(isRule) ? inFrame(root, root) : root;
  return isRule(root) ? inFrame(root, listAt(root, [root])) : root;
}

function isRule(node: YamlNode): boolean {
  if (node.kind !== 'map') return false;
  const keys = new Set(node.entries.map((entry) => entry.key));
  return !keys.has('rules') && keys.has('id') && (keys.has('scope') || keys.has('title') || hasChecks(node));
}

function inFrame(place: YamlNode, rules: YamlNode): YamlNode {
  return mapAt(place, { rules: mapAt(place, { non_negotiable: rules }) });
}
