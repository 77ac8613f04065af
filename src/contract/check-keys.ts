import type { Problem } from '../model/problem.js';
import { isTypoOf, nearestName } from '../model/suggest.js';
import schema from './contract-schema.json' with { type: 'json' };
import type { ContractSource } from './contract-source.js';
import { type Complaint, complaints } from './problem-catalogue.js';
import { fieldOf, textOf, type YamlNode } from './yaml/yaml-node.js';

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

/** What says how a violation is mended; `remove` alone needs none, and an import is all that an insertion may need. */
const INSTRUCTIONS = ['wrap_pattern', 'find', 'replace', 'text'];

/**
 * Keys that nobody reads because they are misspelt: a warning, except where less would be enforced than is written: in a
 * waiver, which would permit more than it says, and instead of what holds the patterns. Other unknown keys are the
 * author's own notes: real contracts hold many, and each is as good as a comment. In an auto_fix that says nowhere how
 * to mend, one may be meant to say it.
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
      const isIdle = resolved === DEFINITIONS.auto_fix && isIdleFix(node);
      for (const { key, keyRange, value } of node.entries) {
        const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
        if (known) visit(value, known);
        else note(key, keyRange, Object.keys(properties), isWaiver, isIdle);
      }
    }
  }

  function note(
    key: string,
    range: YamlNode['range'],
    known: readonly string[],
    isWaiver: boolean,
    isIdle: boolean,
  ): void {
    const near = nearestName(key, known);
    if (near === null) {
      if (isIdle) tell(`idle ${key}`, range, complaints.idleFixKey(key));
      return;
    }
    const severity = isWaiver || (ENFORCING.has(near) && isTypoOf(key, near)) ? 'invalid' : 'warning';
    tell(`${severity} ${key}`, range, complaints.unknownKey(key, near, severity));
  }

  /** Once a file, at its first place. */
  function tell(id: string, range: YamlNode['range'], complaint: Complaint): void {
    if (!problems.has(id)) problems.set(id, source.problem(range, complaint));
  }
}

function isIdleFix(node: YamlNode): boolean {
  const strategy = textOf(node, 'strategy') ?? '';
  const said = /^(?:insert|add_import)$/.test(strategy) ? [...INSTRUCTIONS, 'import_line'] : INSTRUCTIONS;
  return !strategy.startsWith('remove') && said.every((key) => fieldOf(node, key) === null);
}

function resolve(part: SchemaPart): SchemaPart {
  const referred = part.$ref ?? part.allOf?.[0]?.$ref;
  return (referred && DEFINITIONS[referred.replace('#/definitions/', '')]) || part;
}
