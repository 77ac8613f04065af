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
  /** The smallest node that holds a range; of several with the same range, the innermost. */
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
  readonly start: number | null;
}

export interface ParsedParts {
  readonly path: string;
  readonly text: string;
  /** `program` and `comments` may be getters that do their work when they are read. */
  readonly source: { readonly program: Program; readonly comments: readonly Comment[] };
  readonly errors: readonly SyntaxProblem[];
  readonly declarationOnly: boolean;
}

export function makeSyntaxTree(
  { source, ...parts }: ParsedParts,
  keysOf: Readonly<Record<string, readonly string[]>>,
): SyntaxTree {
  // What has been asked of a node so far: one entry each for those that were met, and no object of their own.
  const parents = new Map<Node, Node>();
  const lists = new Map<Node, readonly Node[]>();

  function children(node: Node): readonly Node[] {
    const known = lists.get(node);
    if (known) return known;
    const list = nodeChildren(node, keysOf[node.type] ?? NO_KEYS);
    lists.set(node, list);
    for (const child of list) parents.set(child, node);
    return list;
  }

  // With a stack of its own: the tree may be deeper than the engine's.
  function descendants(node: Node): readonly Node[] {
    const found: Node[] = [];
    const stack: Node[] = [node];
    for (let next = stack.pop(); next; next = stack.pop()) {
      found.push(next);
      const list = children(next);
      for (let i = list.length - 1; i >= 0; i--) {
        const child = list[i];
        if (child) stack.push(child);
      }
    }
    return found;
  }

  // The same range is asked about by one question after the other.
  let lastAsked: { readonly start: number; readonly end: number; readonly found: readonly Node[] } | null = null;

  function overlapping(range: TextRange): readonly Node[] {
    if (lastAsked?.start === range.start && lastAsked.end === range.end) return lastAsked.found;
    const found: Node[] = [];
    const stack: Node[] = [source.program];
    for (let next = stack.pop(); next; next = stack.pop()) {
      found.push(next);
      const list = children(next);
      for (let i = list.length - 1; i >= 0; i--) {
        const child = list[i];
        if (child && rangesOverlap(child, range)) stack.push(child);
      }
    }
    lastAsked = { start: range.start, end: range.end, found };
    return found;
  }

  function parent(node: Node): Node | null {
    if (node === source.program) return null;
    const known = parents.get(node);
    if (known) return known;
    // A node reached through a field of another one: mostly it is met on the way down to its text.
    enclosing(node);
    if (!parents.has(node)) descendants(source.program);
    return parents.get(node) ?? null;
  }

  function enclosing(range: TextRange): Node {
    let node: Node = source.program;
    for (;;) {
      const inner = lastHolding(children(node), range);
      if (!inner) return node;
      node = inner;
    }
  }

  return {
    ...parts,
    get program() {
      return source.program;
    },
    get comments() {
      return source.comments;
    },
    get parsed() {
      return parts.errors.length === 0 || source.program.body.length > 0;
    },
    children,
    parent,
    descendants,
    overlapping,
    enclosing,
    lineage(node) {
      const line: Node[] = [];
      for (let at: Node | null = node; at; at = parent(at)) line.push(at);
      return line;
    },
  };
}

const NO_KEYS: readonly string[] = [];
