import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { TextRange } from '../../model/position.js';
import type { Problem } from '../../model/problem.js';
import { REFUSED_KEYS } from '../../model/refused-keys.js';
import type { ContractSource } from '../contract-source.js';
import { complaints } from '../problem-catalogue.js';
import { explainYamlError, valueTextAt } from './explain-yaml-error.js';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-node.js';
import { refuseAt, YamlRefusal } from './yaml-refusal.js';
import { MAX_DEPTH, readTokens } from './yaml-tokens.js';

// Text → positioned nodes: plain YAML 1.2 core, one document, bounded, free of circles, of duplicate
// keys and of keys with a meaning in JavaScript. What other YAML readers resolve differently is refused
// rather than guessed. Nothing outside this folder may call the YAML library.

const MAX_NODES = 100_000;

export type YamlRead =
  /** `root` is null for a text without content. */
  { readonly kind: 'read'; readonly root: YamlNode | null } | { readonly kind: 'refused'; readonly problem: Problem };

export function readYaml(source: ContractSource): YamlRead {
  try {
    const { contents } = compose(source);
    return { kind: 'read', root: contents ? new NodeReader(source).read(contents).node : null };
  } catch (error) {
    if (error instanceof YamlRefusal) {
      return { kind: 'refused', problem: source.problem(error.range, error.complaint) };
    }
    throw error;
  }
}

function compose(source: ContractSource): Document.Parsed {
  // Duplicate keys are looked for below: the library compares every pair of keys, which is quadratic.
  const composer = new Composer({ uniqueKeys: false, schema: 'core', version: '1.2', logLevel: 'silent' });
  const documents = composer.compose(readTokens(source.text), true, source.text.length);
  const first = documents.next().value;
  if (!first) throw new Error('the YAML library gave no document');
  const [error] = [...first.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (error) throw explainYamlError(source, error);
  const second = documents.next().value;
  if (second) throw refuseAt(second.range[0], complaints.yamlDocuments());
  return first;
}

/** A node with what it costs to follow an alias to it. */
interface Measured<T extends YamlNode = YamlNode> {
  readonly node: T;
  readonly nodes: number;
  readonly depth: number;
}

class NodeReader {
  readonly #anchors = new Map<string, Measured | 'open'>();
  readonly #source: ContractSource;

  constructor(source: ContractSource) {
    this.#source = source;
  }

  read(node: Node): Measured {
    if (isAlias(node)) return this.#follow(node);
    const { anchor } = node;
    if (anchor) this.#anchors.set(anchor, 'open');
    const measured = isScalar(node) ? readScalar(node) : isMap(node) ? this.#readMap(node) : this.#readList(node);
    const { range } = measured.node;
    if (measured.nodes > MAX_NODES) throw new YamlRefusal(range, complaints.yamlAliasBomb(MAX_NODES));
    if (measured.depth > MAX_DEPTH) throw new YamlRefusal(range, complaints.yamlDeep(MAX_DEPTH));
    if (anchor) this.#anchors.set(anchor, measured);
    return measured;
  }

  #follow(alias: Alias): Measured {
    const range = rangeOf(alias);
    const target = this.#anchors.get(alias.source);
    if (target === 'open') throw new YamlRefusal(range, complaints.yamlCircle(alias.source));
    if (target) return target;
    throw new YamlRefusal(range, complaints.yamlAlias(valueTextAt(this.#source.text, range.start)));
  }

  #readMap(map: YAMLMap): Measured {
    const seen = new Map<string, TextRange>();
    const children: Measured[] = [];
    const entries = map.items.map((pair): YamlEntry => {
      const { key, keyRange } = this.#readKey(pair, seen);
      if (!isNode(pair.value)) return { key, keyRange, value: nothingAt(keyRange.end) };
      const child = this.read(pair.value);
      children.push(child);
      return { key, keyRange, value: child.node };
    });
    return measure({ kind: 'map', entries, range: rangeOf(map), flow: map.flow === true }, children);
  }

  #readKey(pair: Pair, seen: Map<string, TextRange>): { readonly key: string; readonly keyRange: TextRange } {
    if (!isNode(pair.key)) throw new Error('the YAML library gave a key that is not a node');
    const keyRange = rangeOf(pair.key);
    if (!isScalar(pair.key) || (pair.key.value === null && !pair.key.source)) {
      throw new YamlRefusal(keyRange, complaints.yamlKey());
    }
    const key = readScalar(pair.key).node.text;
    if (key === '<<') throw new YamlRefusal(keyRange, complaints.yamlMerge());
    if (REFUSED_KEYS.has(key)) throw new YamlRefusal(keyRange, complaints.yamlPrototype(key));
    const identity = key.normalize('NFC');
    const first = seen.get(identity);
    if (first) throw new YamlRefusal(keyRange, complaints.duplicateKey(key, this.#source.placeOf(first).line));
    seen.set(identity, keyRange);
    return { key, keyRange };
  }

  #readList(list: YAMLSeq): Measured {
    const children = list.items.map((item) => {
      if (!isNode(item)) throw new Error('the YAML library gave a list item that is not a node');
      return this.read(item);
    });
    const items = children.map((child) => child.node);
    return measure({ kind: 'list', items, range: rangeOf(list), flow: list.flow === true }, children);
  }
}

function measure(node: YamlNode, children: readonly Measured[]): Measured {
  let nodes = 1;
  let depth = 0;
  for (const child of children) {
    nodes += child.nodes;
    depth = Math.max(depth, child.depth);
  }
  return { node, nodes, depth: depth + 1 };
}

function readScalar(scalar: Scalar): Measured<YamlScalar> {
  const { value } = scalar;
  const text = typeof value === 'string' ? value : (scalar.source ?? '');
  const known = value === null || typeof value === 'number' || typeof value === 'boolean' ? value : text;
  const style = STYLES[scalar.type ?? ''] ?? 'plain';
  return { node: { kind: 'scalar', value: known, text, style, range: rangeOf(scalar) }, nodes: 1, depth: 1 };
}

const STYLES: Readonly<Record<string, YamlScalar['style']>> = {
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function nothingAt(offset: number): YamlScalar {
  return { kind: 'scalar', value: null, text: '', style: 'plain', range: { start: offset, end: offset } };
}

function rangeOf(node: Node): TextRange {
  if (!node.range) throw new Error('the YAML library gave a node without a range');
  return { start: node.range[0], end: node.range[1] };
}
