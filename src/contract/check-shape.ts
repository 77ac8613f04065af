import type { TextRange } from '../model/position.js';
import type { Problem } from '../model/problem.js';
import { nearestName } from '../model/suggest.js';
import type { ContractSource } from './contract-source.js';
import { type SchemaError, validateContract, validateRule } from './contract-validator.js';
import { type Complaint, complaints, excerpt, quoted } from './problem-catalogue.js';
import { fieldOf, toPlain, type YamlNode } from './yaml/yaml-node.js';

/**
 * What the schema finds wrong with the whole document, in words and at its place. Errors inside one
 * of `rules` are left to `checkRuleShape`: they cost that rule, not the contract.
 */
export function checkShape(root: YamlNode, rules: ReadonlySet<YamlNode>, source: ContractSource): readonly Problem[] {
  if (validateContract(toPlain(root))) return [];
  return describe(validateContract.errors ?? [], root, source, rules);
}

export function checkRuleShape(rule: YamlNode, source: ContractSource): readonly Problem[] {
  if (validateRule(toPlain(rule))) return [];
  return describe(validateRule.errors ?? [], rule, source, new Set());
}

function describe(
  errors: readonly SchemaError[],
  root: YamlNode,
  source: ContractSource,
  skipped: ReadonlySet<YamlNode>,
): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const error of errors) {
    const place = follow(root, error.instancePath, skipped);
    if (!place) continue;
    const complaint = complain(error, place, source);
    problems.set(`${place.range.start}:${error.keyword}:${complaint.message}`, source.problem(place.range, complaint));
  }
  return [...problems.values()];
}

interface SchemaPlace {
  readonly node: YamlNode;
  readonly range: TextRange;
  /** The last key on the way, for the message. */
  readonly key: string;
  /** Whether it is an entry of that key's list, and not its value. */
  readonly isItem: boolean;
}

/** Null when the way leads through a node of `skipped`. */
function follow(root: YamlNode, pointer: string, skipped: ReadonlySet<YamlNode>): SchemaPlace | null {
  let node = root;
  let key = '';
  let isItem = false;
  for (const written of pointer.split('/').slice(1)) {
    const step = written.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = node.kind === 'list' ? node.items[Number(step)] : fieldOf(node, step);
    if (!next) break;
    isItem = node.kind === 'list';
    if (!isItem) key = step;
    node = next;
    if (skipped.has(node)) return null;
  }
  return { node, range: node.range, key, isItem };
}

function complain(error: SchemaError, { node, key, isItem }: SchemaPlace, source: ContractSource): Complaint {
  const subject = key === '' ? 'The contract' : `${isItem ? 'An entry of ' : ''}\`${excerpt(key)}\``;
  switch (error.keyword) {
    case 'required':
      return complainMissing(String(error.params.missingProperty), key, node, source);
    case 'enum':
      return complainWord(subject, node, wordsOf(error.params.allowedValues));
    case 'pattern':
    case 'minItems':
      return key === 'scope' || key === 'files'
        ? complaints.emptyScope()
        : complaints.shape(`${subject} is empty.`, 'Say what it is, or take it out.');
    case 'type':
      return complainType(subject, node, wordsOf(error.params.type), source);
    default:
      throw new Error(`the schema uses the keyword ${error.keyword}, which has no message`);
  }
}

function complainMissing(missing: string, key: string, node: YamlNode, source: ContractSource): Complaint {
  if (missing === 'id') return complaints.missingRuleId();
  const written = node.kind === 'map' ? node.entries.find((entry) => entry.key === missing) : undefined;
  const comment = written && /^\s*:[ \t]+(#[^\r\n]*)/.exec(source.text.slice(written.keyRange.end))?.[1];
  if (missing === 'pattern' && comment) return complaints.patternIsComment(comment.trimEnd());
  const [only] = node.kind === 'map' && node.entries.length === 1 ? node.entries : [];
  if (missing === 'pattern' && only?.key.startsWith('/') && only.value.kind === 'scalar') {
    return complaints.yamlColon(`${only.key}: ${only.value.text}`);
  }
  return complaints.shape(`An entry of \`${excerpt(key)}\` has no \`${missing}\`.`, `Add \`${missing}: …\``);
}

function complainWord(subject: string, node: YamlNode, allowed: readonly string[]): Complaint {
  const written = node.kind === 'scalar' ? node.text : kindOf(node);
  const near = node.kind === 'scalar' ? nearestName(written, allowed) : null;
  const choice = allowed.map((word) => `\`${word}\``).join(', ');
  return complaints.shape(
    `${subject} cannot be ${node.kind === 'scalar' ? `\`${excerpt(written)}\`` : written}.`,
    near === null ? `Choose one of ${choice}.` : `Did you mean \`${near}\`?`,
  );
}

function complainType(subject: string, node: YamlNode, types: readonly string[], source: ContractSource): Complaint {
  const wanted = types.map((type) => TYPE_WORDS[type] ?? type).join(' or ');
  const written = source.text.slice(node.range.start, node.range.end);
  const wasMeantAsText = types.includes('string') && node.kind !== 'scalar' && node.flow && !written.includes('\n');
  return complaints.shape(
    `${subject} must be ${wanted}, and here it is ${kindOf(node)}.`,
    wasMeantAsText ? `If text was meant, quote it: ${quoted(written)}` : (TYPE_HELP[types[0] ?? ''] ?? null),
  );
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'a mapping of keys to values',
};

/** How YAML writes what is not text. */
const TYPE_HELP: Readonly<Record<string, string>> = {
  array: 'Write each entry on a line of its own, with `- ` before it.',
  object: 'Write each key on a line of its own, as `key: value`.',
};

function kindOf(node: YamlNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a mapping';
  return node.value === null ? 'empty' : 'a single value';
}

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
}
