import type { Comment, Node, Program } from 'oxc-parser';
import { contains, rangesOverlap, type TextRange } from '../model/position.js';

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
  descendants(node: Node): Generator<Node>;
  /** Every node that shares at least one character with a range, outer ones first. */
  overlapping(range: TextRange): Generator<Node>;
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
  const families = new Map<Node, Family>();

  function familyOf(node: Node): Family {
    const known = families.get(node);
    if (known) return known;
    const family = { parent: null, children: null };
    families.set(node, family);
    return family;
  }

  function children(node: Node): readonly Node[] {
    const family = familyOf(node);
    if (family.children === null) {
      family.children = readChildren(node, keysOf[node.type] ?? []);
      for (const child of family.children) familyOf(child).parent = node;
    }
    return family.children;
  }

  // With a stack of its own: nested generators would hand each node up through every level of the tree.
  function* descendants(node: Node): Generator<Node> {
    const stack: Node[] = [node];
    for (let next = stack.pop(); next; next = stack.pop()) {
      yield next;
      const list = children(next);
      for (let i = list.length - 1; i >= 0; i--) {
        const child = list[i];
        if (child) stack.push(child);
      }
    }
  }

  function* overlapping(range: TextRange): Generator<Node> {
    const stack: Node[] = [source.program];
    for (let next = stack.pop(); next; next = stack.pop()) {
      yield next;
      const list = children(next);
      for (let i = list.length - 1; i >= 0; i--) {
        const child = list[i];
        if (child && rangesOverlap(child, range)) stack.push(child);
      }
    }
  }

  function parent(node: Node): Node | null {
    if (node === source.program) return null;
    const known = families.get(node)?.parent;
    if (known) return known;
    // A node reached through a field of another one: visit everything once, then every parent is known.
    for (const _ of descendants(source.program));
    return families.get(node)?.parent ?? null;
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
    enclosing(range) {
      let node: Node = source.program;
      for (;;) {
        const inner = lastHolding(children(node), range);
        if (!inner) return node;
        node = inner;
      }
    },
    lineage(node) {
      const line: Node[] = [];
      for (let at: Node | null = node; at; at = parent(at)) line.push(at);
      return line;
    },
  };
}

/** The last of these nodes, which are in order of their starts, that holds a range; a long file has many on one level. */
function lastHolding(nodes: readonly Node[], range: TextRange): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0; at--) {
    const node = nodes[at];
    if (node && contains(node, range)) return node;
  }
  return undefined;
}

/** What a tree knows of a node; null where it has not been asked. */
interface Family {
  parent: Node | null;
  children: readonly Node[] | null;
}

function readChildren(node: Node, keys: readonly string[]): readonly Node[] {
  const list: Node[] = [];
  if (!hasFields(node)) return list;
  let isInOrder = true;
  let last = 0;
  const add = (value: unknown): void => {
    // `@A export class B {}`: the decorator stands in front of all that holds the class, beside which it is a child.
    if (!isNode(value) || (value.type === 'Decorator' && value.start < node.start)) return;
    for (const decorator of decoratorsBefore(value)) add(decorator);
    isInOrder &&= value.start >= last;
    last = value.start;
    list.push(value);
  };
  for (const key of keys) {
    const value = node[key];
    if (Array.isArray(value)) for (const item of value) add(item);
    else add(value);
  }
  return isInOrder ? list : list.sort((a, b) => a.start - b.start);
}

function decoratorsBefore(node: Node): readonly Node[] {
  if (node.type !== 'ExportNamedDeclaration' && node.type !== 'ExportDefaultDeclaration') return [];
  const { declaration } = node;
  if (declaration?.type !== 'ClassDeclaration') return [];
  return declaration.decorators.filter(({ start }) => start < node.start);
}

/** For the compiler: a field of a node by its name. */
function hasFields(node: object): node is Readonly<Record<string, unknown>> {
  return node !== null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
