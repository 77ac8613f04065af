import type { Problem } from '../model/problem.js';
import { nearestName } from '../model/suggest.js';
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

/**
 * Keys that nobody reads because they are misspelt: a warning, except in a waiver, which would permit more than it says. Other unknown keys are the author's own notes:
 * real contracts hold many, and each is as good as a comment.
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
      const severity = resolved === DEFINITIONS.waiver ? 'invalid' : 'warning';
      for (const { key, keyRange, value } of node.entries) {
        const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
        if (known) visit(value, known);
        else note(key, keyRange, Object.keys(properties), severity);
      }
    }
  }

  function note(
    key: string,
    range: YamlNode['range'],
    known: readonly string[],
    severity: 'invalid' | 'warning',
  ): void {
    const near = nearestName(key, known);
    const id = `${severity} ${key}`;
    if (near !== null && !problems.has(id)) {
      problems.set(id, source.problem(range, complaints.unknownKey(key, near, severity)));
    }
  }
}

function resolve(part: SchemaPart): SchemaPart {
  const referred = part.$ref ?? part.allOf?.[0]?.$ref;
  return (referred && DEFINITIONS[referred.replace('#/definitions/', '')]) || part;
}
