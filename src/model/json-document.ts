import { REFUSED_KEYS } from './refused-keys.js';

/**
 * JSON with the places and spellings that `JSON.parse` throws away. Values never become object properties.
 * `offset` is where a node starts, `end` the offset just after it.
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly offset: number; readonly end: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly offset: number; readonly end: number; readonly items: readonly JsonNode[] }
  | {
      readonly kind: 'string';
      readonly offset: number;
      readonly end: number;
      readonly raw: string;
      readonly value: string;
    }
  | {
      readonly kind: 'number';
      readonly offset: number;
      readonly end: number;
      readonly raw: string;
      readonly value: number;
    }
  | { readonly kind: 'literal'; readonly offset: number; readonly end: number; readonly value: true | false | null };

export interface JsonMember {
  readonly key: string;
  readonly offset: number;
  readonly value: JsonNode;
}

export type JsonParse =
  | { readonly kind: 'parsed'; readonly node: JsonNode }
  | { readonly kind: 'failed'; readonly offset: number; readonly message: string };

const MAX_DEPTH = 32;

class JsonError extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** Strict JSON (RFC 8259); also refuses repeated keys, prototype names and nesting beyond 32 levels. */
export function parseJson(text: string): JsonParse {
  try {
    const reader = new JsonReader(text);
    return { kind: 'parsed', node: reader.document() };
  } catch (error) {
    if (error instanceof JsonError) return { kind: 'failed', offset: error.offset, message: error.message };
    throw error;
  }
}

/** The value of a key; null where the node is no object or has no such key. */
export function memberValue(node: JsonNode, key: string): JsonNode | null {
  return node.kind === 'object' ? (node.members.find((member) => member.key === key)?.value ?? null) : null;
}

/** What `JSON.parse` would give. */
export function plainValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plainValue(value)]));
    case 'array':
      return node.items.map(plainValue);
    default:
      return node.value;
  }
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): JsonNode {
    const node = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) throw this.unexpected('the end of the file');
    return node;
  }

  private value(depth: number): JsonNode {
    this.skipSpace();
    if (depth > MAX_DEPTH) throw new JsonError(this.at, `nested deeper than ${MAX_DEPTH} levels`);
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
      default:
        return this.number() ?? this.literal();
    }
  }

  private object(depth: number): JsonNode {
    const offset = this.at++;
    const members: JsonMember[] = [];
    const keys = new Set<string>();
    if (this.takes('}')) return { kind: 'object', offset, end: this.at, members };
    do {
      this.skipSpace();
      if (this.text[this.at] !== '"') throw this.unexpected('a key in double quotes');
      const key = this.string();
      if (REFUSED_KEYS.has(key.value)) throw new JsonError(key.offset, `the key "${key.value}" is not allowed`);
      if (keys.has(key.value)) throw new JsonError(key.offset, `the key "${key.value}" stands twice in one object`);
      keys.add(key.value);
      if (!this.takes(':')) throw this.unexpected('":"');
      members.push({ key: key.value, offset: key.offset, value: this.value(depth + 1) });
    } while (this.takes(','));
    if (!this.takes('}')) throw this.unexpected('"," or "}"');
    return { kind: 'object', offset, end: this.at, members };
  }

  private array(depth: number): JsonNode {
    const offset = this.at++;
    const items: JsonNode[] = [];
    if (this.takes(']')) return { kind: 'array', offset, end: this.at, items };
    do items.push(this.value(depth + 1));
    while (this.takes(','));
    if (!this.takes(']')) throw this.unexpected('"," or "]"');
    return { kind: 'array', offset, end: this.at, items };
  }

  private string(): JsonNode & { readonly kind: 'string' } {
    const offset = this.at;
    const found = this.sticky(/"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y);
    if (found === null) {
      throw new JsonError(offset, 'a string that does not end, or holds a raw control character or an unknown escape');
    }
    const value: unknown = JSON.parse(found);
    if (typeof value !== 'string') throw new Error(`a JSON string read as ${typeof value}`);
    return { kind: 'string', offset, end: this.at, raw: found, value };
  }

  private number(): JsonNode | null {
    const offset = this.at;
    const raw = this.sticky(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    return raw === null ? null : { kind: 'number', offset, end: this.at, raw, value: Number(raw) };
  }

  private literal(): JsonNode {
    const offset = this.at;
    const word = this.sticky(/true|false|null/y);
    if (word === null) throw this.unexpected('a value');
    return { kind: 'literal', offset, end: this.at, value: word === 'null' ? null : word === 'true' };
  }

  private takes(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private sticky(regex: RegExp): string | null {
    regex.lastIndex = this.at;
    const found = regex.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private skipSpace(): void {
    this.sticky(/[ \t\r\n]*/y);
  }

  private unexpected(wanted: string): JsonError {
    const found = this.text.codePointAt(this.at);
    const what = found === undefined ? 'the end of the file' : JSON.stringify(String.fromCodePoint(found));
    return new JsonError(this.at, `expected ${wanted}, found ${what}`);
  }
}
