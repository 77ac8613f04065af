import { type JsonNode, parseJson, plainValue } from '../model/json-document.js';
import { indexLines } from '../model/position.js';
import schema from './config-schema.json' with { type: 'json' };

/** One setting as it is in force. */
export interface Setting {
  /** As the reference spells it, such as `heal_loop.max_iterations`. */
  readonly key: string;
  /** What a configuration file would hold. */
  readonly value: unknown;
  /** 1-based line of the file that says so; null where it is the default. */
  readonly line: number | null;
}

interface SchemaPart {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly default?: unknown;
}

/**
 * Every setting of the schema, in its order.
 * @param text a configuration that `parseConfig` accepts; null where there is none
 */
export function listSettings(text: string | null): readonly Setting[] {
  const parsed = text === null ? null : parseJson(text);
  if (parsed?.kind === 'failed') throw new Error('a configuration that was accepted does not parse');
  const lines = indexLines(text ?? '');
  const walk = (part: SchemaPart, node: JsonNode | null, prefix: string): Setting[] =>
    Object.entries(part.properties ?? {}).flatMap(([key, child]) => {
      const member = node?.kind === 'object' ? node.members.find((each) => each.key === key) : undefined;
      const name = `${prefix}${key}`;
      if (child.properties) return walk(child, member?.value ?? null, `${name}.`);
      if (child.default === undefined) return [];
      if (member === undefined || meansDefault(member.value, child.default)) {
        return [{ key: name, value: child.default, line: null }];
      }
      return [{ key: name, value: plainValue(member.value), line: lines.positionAt(member.offset).line }];
    });
  return walk(schema, parsed?.node ?? null, '');
}

/** An empty list stands for the default where that is not empty itself: without a contract nothing could be judged. */
function meansDefault(node: JsonNode, standard: unknown): boolean {
  return node.kind === 'array' && node.items.length === 0 && Array.isArray(standard) && standard.length > 0;
}
