import type { Problem } from '../model/problem.js';
import { isTypoOf, nearestName } from '../model/suggest.js';
import schema from './contract-schema.json' with { type: 'json' };
import type { ContractSource } from './contract-source.js';
import { complaints } from './problem-catalogue.js';
import type { YamlNode } from './yaml-node.js';

/** The part of JSON schema that our schema is written in. */
interface SchemaPart {
  readonly type?: unknown;
  readonly description?: string;
  readonly $ref?: string;
  readonly allOf?: readonly SchemaPart[];
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly items?: SchemaPart;
}

const ROOT: SchemaPart = schema;
const DEFINITIONS: Readonly<Record<string, SchemaPart>> = schema.definitions;

export const TOP_LEVEL_KEYS: readonly string[] = Object.keys(schema.properties);

/** Without these nothing is enforced of what stands below them. */
const ENFORCING = new Set([
  'rules',
  'non_negotiable',
  'behavior',
  'forbidden_patterns',
  'required_patterns',
  'pattern',
]);

/**
 * Keys that nobody reads because they are misspelt: a warning, except where less would be enforced than is written: in a
 * waiver, which would permit more than it says, and instead of what holds the patterns. Other unknown keys are the
 * author's own notes: real contracts hold many, and each is as good as a comment.
 */
export function checkKeys(root: YamlNode, source: ContractSource): readonly Problem[] {
  const problems = new Map<string, Problem>();
  visit(root, ROOT);
  return [...problems.values()];

  function visit(node: YamlNode, part: SchemaPart): void {
    const resolved = resolve(part);
    const { properties, items } = resolved;
    if (node.kind === 'list') {
      if (items) for (const item of node.items) visit(item, items);
    } else if (node.kind === 'map' && properties) {
      const isWaiver = resolved === DEFINITIONS.waiver;
      for (const { key, keyRange, value } of node.entries) {
        const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
        if (known) visit(value, known);
        else note(key, keyRange, Object.keys(properties), isWaiver);
      }
    }
  }

  function note(key: string, range: YamlNode['range'], known: readonly string[], isWaiver: boolean): void {
    const near = nearestName(key, known);
    if (near === null) return;
    const severity = isWaiver || (ENFORCING.has(near) && isTypoOf(key, near)) ? 'invalid' : 'warning';
    const id = `${severity} ${key}`;
    if (!problems.has(id)) problems.set(id, source.problem(range, complaints.unknownKey(key, near, severity)));
  }
}

function resolve(part: SchemaPart): SchemaPart {
  const referred = part.$ref ?? part.allOf?.[0]?.$ref;
  return (referred && DEFINITIONS[referred.replace('#/definitions/', '')]) || part;
}
