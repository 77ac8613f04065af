import type { Comment, Node, Program } from 'oxc-parser';
import { rangesOverlap, type TextRange } from '../model/position.js';
import { lastHolding, nodeChildren } from './node-children.js';

/**
 * A parsed text with the questions fixes ask of it. All offsets are UTF-16 code units of `text`.
 * The nodes are made when they are first asked for: `errors` and `parsed` of a sound text cost a third of it all.
 */
export interface SyntaxTree {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly errors: readonly SyntaxProblem[];
  /** False when the text could not be read at all: `program` is then empty. */
  readonly parsed: boolean;
  /** True for `.d.ts` and its like: nothing in the file runs. */
  readonly declarationOnly: boolean;
  /** Direct children in source order. */
  children(node: Node): readonly Node[];
  parent(node: Node): Node | null;
  /** The smallest node that holds a range; of several with the same range, the innermost that is more than a text. */
  enclosing(range: TextRange): Node;
  /** The node and all its ancestors, innermost first. */
  lineage(node: Node): readonly Node[];
  /** Every node below one, in source order, itself first. */
  descendants(node: Node): readonly Node[];
  /** Every node that shares at least one character with a range, outer ones first. */
  overlapping(range: TextRange): readonly Node[];
}

export interface SyntaxProblem {
  readonly message: string;
  /** The offsets at which it shows, such as that of both declarations of one name. */
  readonly places: readonly number[];
}

export interface ParsedParts {
  readonly path: string;
  readonly text: string;
  /** `program` and `comments` may be getters that do their work when they are read. */
  readonly source: { readonly program: Program; readonly comments: readonly Comment[] };
  readonly errors: readonly SyntaxProblem[];
  readonly declarationOnly: boolean;
}

export function makeSyntaxTree(parts: ParsedParts, keysOf: Readonly<Record<string, readonly string[]>>): SyntaxTree {
  return new ParsedTree(parts, keysOf);
}

/** A class, for V8 keeps all that the getters of a literal refer to until it collects everything: here, each tree. */
class ParsedTree implements SyntaxTree {
  readonly path: string;
  readonly text: string;
  readonly errors: readonly SyntaxProblem[];
  readonly declarationOnly: boolean;
  readonly #source: ParsedParts['source'];
  readonly #keysOf: Readonly<Record<string, readonly string[]>>;
  // What has been asked of a node so far: one entry each for those that were met, and no object of their own.
  readonly #parents = new Map<Node, Node>();
  readonly #lists = new Map<Node, readonly Node[]>();
  /** The same range is asked about by one question after the other. */
  #lastAsked: { readonly start: number; readonly end: number; readonly found: readonly Node[] } | null = null;

  constructor(
    { path, text, source, errors, declarationOnly }: ParsedParts,
    keysOf: Readonly<Record<string, readonly string[]>>,
  ) {
    this.path = path;
    this.text = text;
    this.errors = errors;
    this.declarationOnly = declarationOnly;
    this.#source = source;
    this.#keysOf = keysOf;
  }

  get program(): Program {
    return this.#source.program;
  }

  get comments(): readonly Comment[] {
    return this.#source.comments;
  }

  get parsed(): boolean {
    return this.errors.length === 0 || this.program.body.length > 0;
  }

  children(node: Node): readonly Node[] {
    const known = this.#lists.get(node);
    if (known) return known;
    const list = nodeChildren(node, this.#keysOf[node.type] ?? NO_KEYS);
    this.#lists.set(node, list);
    for (const child of list) this.#parents.set(child, node);
    return list;
  }

  parent(node: Node): Node | null {
    if (node === this.program) return null;
    const known = this.#parents.get(node);
    if (known) return known;
    // A node reached through a field of another one: mostly it is met on the way down to its text.
    this.enclosing(node);
    if (!this.#parents.has(node)) this.descendants(this.program);
    return this.#parents.get(node) ?? null;
  }

  enclosing(range: TextRange): Node {
    let node: Node = this.program;
    for (;;) {
      const inner = lastHolding(this.children(node), range);
      if (!inner || isAllOf(node, inner)) return node;
      node = inner;
    }
  }

  lineage(node: Node): readonly Node[] {
    const line: Node[] = [];
    for (let at: Node | null = node; at; at = this.parent(at)) line.push(at);
    return line;
  }

  // With a stack of its own: the tree may be deeper than the engine's.
  descendants(node: Node): readonly Node[] {
    const found: Node[] = [];
    const stack: Node[] = [node];
    for (let next = stack.pop(); next; next = stack.pop()) {
      found.push(next);
      const list = this.children(next);
      for (let i = list.length - 1; i >= 0; i--) {
        const child = list[i];
        if (child) stack.push(child);
      }
    }
    return found;
  }

  overlapping(range: TextRange): readonly Node[] {
    if (this.#lastAsked?.start === range.start && this.#lastAsked.end === range.end) return this.#lastAsked.found;
    const found: Node[] = [];
    const stack: Node[] = [this.program];
    for (let next = stack.pop(); next; next = stack.pop()) {
      found.push(next);
      const list = this.children(next);
      for (let i = list.length - 1; i >= 0; i--) {
        const child = list[i];
        if (child && rangesOverlap(child, range)) stack.push(child);
      }
    }
    this.#lastAsked = { start: range.start, end: range.end, found };
    return found;
  }
}

/** A template that is one text: its element has its range, backticks and all. */
function isAllOf(node: Node, inner: Node): boolean {
  return inner.type === 'TemplateElement' && node.start === inner.start && node.end === inner.end;
}

const NO_KEYS: readonly string[] = [];
