import type { JsonNode } from '../model/json-document.js';
import { nearestName } from '../model/suggest.js';
import type { ConfigMistake } from './config-error.js';
import schema from './config-schema.json' with { type: 'json' };
import type { SchemaError } from './config-validator.js';

/** An error of the schema, in words. */
export function explainConfigError(error: SchemaError, root: JsonNode): ConfigMistake {
  const place = follow(root, error.instancePath);
  const { node, key, isItem, known } = place;
  const name = key === '' ? 'The configuration' : `${isItem ? 'An entry of ' : ''}\`${key}\``;
  switch (error.keyword) {
    case 'additionalProperties': {
      const unknown = String(error.params.additionalProperty);
      const near = nearestName(unknown, known);
      const member = node.kind === 'object' ? node.members.find((candidate) => candidate.key === unknown) : undefined;
      const help = near
        ? `Did you mean \`${near}\`?`
        : `Known keys are ${known.map((word) => `\`${word}\``).join(', ')}.`;
      return mistake(member?.offset ?? node.offset, 'config/unknown-key', `There is no setting \`${unknown}\`.`, help);
    }
    case 'type':
      return explainType(error, place, name);
    case 'minimum':
    case 'maximum': {
      const side = error.keyword === 'minimum' ? 'at least' : 'at most';
      return mistake(node.offset, 'config/value', `${name} must be ${side} ${String(error.params.limit)}.`, null);
    }
    case 'minItems':
      return key === 'agent'
        ? mistake(node.offset, 'config/value', `The command of ${name} is empty.`, AGENT_HELP)
        : mistake(node.offset, 'config/value', `A command of ${name} is empty.`, VERIFY_HELP);
    case 'enum':
      return explainChoice(error, node, name);
    default:
      throw new Error(`the schema uses the keyword ${error.keyword}, which has no message`);
  }
}

function explainChoice(error: SchemaError, node: JsonNode, name: string): ConfigMistake {
  const { allowedValues } = error.params;
  const choices = Array.isArray(allowedValues) ? allowedValues.map(String) : [];
  const near = node.kind === 'string' ? nearestName(node.value, choices) : null;
  const message = `${name} must be one of ${choices.map((word) => `"${word}"`).join(', ')}.`;
  return mistake(node.offset, 'config/value', message, near && `Did you mean "${near}"?`);
}

function mistake(offset: number, code: string, message: string, help: string | null): ConfigMistake {
  return { offset, code, message, help };
}

const VERIFY_HELP = 'Write each command as a list of arguments: "verify": [["npm", "test"]]';
const AGENT_HELP = 'Write the command as a list of arguments: "agent": ["claude", "--print"]';

function explainType(error: SchemaError, { node, key, isItem }: Place, name: string): ConfigMistake {
  if (key === 'agent' && !isItem && node.kind === 'string') {
    const message = 'The command of the agent is a list of arguments, not one text: no shell takes it apart.';
    return mistake(node.offset, 'config/agent', message, `Write "agent": [${listOfWords(node.value)}]`);
  }
  if (key === 'agent' && !isItem) {
    return mistake(node.offset, 'config/agent', `${name} must be a list of arguments, or null.`, AGENT_HELP);
  }
  if (key === 'verify' && node.kind === 'string') {
    const message = 'A verify command is a list of arguments, not one text: no shell takes it apart.';
    return mistake(node.offset, 'config/verify', message, `Write "verify": [[${listOfWords(node.value)}]]`);
  }
  const wanted = TYPE_WORDS[String(error.params.type)] ?? String(error.params.type);
  return mistake(node.offset, 'config/value', `${name} must be ${wanted}.`, key === 'verify' ? VERIFY_HELP : null);
}

/** The arguments of a command that was written as one text, as they stand in a list. */
function listOfWords(command: string): string {
  return command
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => JSON.stringify(word))
    .join(', ');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'an object { … }',
  array: 'a list [ … ]',
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
};

interface SchemaPart {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
}

interface Place {
  readonly node: JsonNode;
  /** The last key on the way there; empty for the whole configuration. */
  readonly key: string;
  /** Whether it is an entry of the list of that key. */
  readonly isItem: boolean;
  /** The keys that its object may have. */
  readonly known: readonly string[];
}

/** The value a JSON pointer leads to. */
function follow(root: JsonNode, pointer: string): Place {
  let node = root;
  let part: SchemaPart | undefined = schema;
  let key = '';
  let isItem = false;
  for (const step of pointer.split('/').slice(1)) {
    const next =
      node.kind === 'array'
        ? node.items[Number(step)]
        : node.kind === 'object'
          ? node.members.find((member) => member.key === step)?.value
          : undefined;
    if (!next) break;
    isItem = node.kind === 'array';
    if (!isItem) {
      key = step;
      part = part?.properties?.[step];
    }
    node = next;
  }
  return { node, key, isItem, known: Object.keys(part?.properties ?? {}) };
}
