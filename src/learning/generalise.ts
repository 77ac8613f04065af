import type { Node } from 'oxc-parser';
import { oneLine } from '../model/one-line.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { type PlacedNode, textOf } from './align-nodes.js';
import type { FixExample } from './fix-example.js';

/** What a hole may hold: only what the examples held there. */
export type HoleKind = 'name' | 'path' | 'string' | 'number' | 'template';

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hole'; readonly hole: number /** Any number of such, between commas. */; readonly isList?: true };

/** How all examples look, before and after, with holes for what differs between them. */
export interface Generalised {
  readonly before: readonly Part[];
  readonly after: readonly Part[];
  /** By number: the kinds of what the examples held there. */
  readonly holes: readonly ReadonlySet<HoleKind>[];
}

/**
 * The least general form of several examples (anti-unification): what all have in common stays as it is, and what
 * differs becomes a hole, the same one wherever the same things differ. Of a single example, what was carried over
 * unchanged becomes a hole. Null where the examples have no common form, or the outcome holds what was not there before.
 */
export function generalise(examples: readonly FixExample[]): Generalised | null {
  const nodes = examples.flatMap(({ change }) => (change.kind === 'rewritten' ? [change.nodes] : []));
  if (nodes.length < examples.length) return null;
  const holes = new Holes();
  const copied = examples.length === 1 ? copiedTexts(examples[0]) : new Set<string>();
  const before = unify(
    nodes.map(({ old }) => old),
    holes,
    'open',
    copied,
  );
  const after =
    before &&
    unify(
      nodes.map(({ next }) => next),
      holes,
      'closed',
      copied,
    );
  return before && after && { before, after, holes: holes.kinds };
}

/** Holes by what the examples hold there. */
export class Holes {
  readonly kinds: ReadonlySet<HoleKind>[] = [];
  private readonly byTexts = new Map<string, number>();

  find(texts: readonly string[]): number | null {
    return this.byTexts.get(JSON.stringify(texts)) ?? null;
  }

  add(texts: readonly string[], kinds: ReadonlySet<HoleKind>): number {
    const known = this.find(texts);
    if (known !== null) return known;
    this.byTexts.set(JSON.stringify(texts), this.kinds.length);
    return this.kinds.push(kinds) - 1;
  }
}

/** @param mode `open`: what differs becomes a hole; `closed`: it must be one already */
export function unify(
  places: readonly PlacedNode[],
  holes: Holes,
  mode: 'open' | 'closed',
  copied: ReadonlySet<string>,
): readonly Part[] | null {
  const [first] = places;
  if (!first) return null;
  const texts = places.map(textOf);
  const isSame = texts.every((text) => text === texts[0]);
  const kinds = kindsOf(places);
  const isHole = isSame ? kinds !== null && copied.has(texts[0] ?? '') : holes.find(texts) !== null;
  if (isHole) {
    if (mode === 'closed' && holes.find(texts) === null) return [{ kind: 'text', text: texts[0] ?? '' }];
    return [{ kind: 'hole', hole: holes.add(texts, kinds ?? new Set()) }];
  }
  if (isSame && copied.size === 0) return [{ kind: 'text', text: texts[0] ?? '' }];
  const inner = unifyChildren(places, holes, mode, copied);
  if (inner !== null) return inner;
  if (isSame) return [{ kind: 'text', text: texts[0] ?? '' }];
  return mode === 'open' && kinds !== null ? [{ kind: 'hole', hole: holes.add(texts, kinds) }] : null;
}

/** Child by child, where all have the same make and the same text between their children. */
function unifyChildren(
  places: readonly PlacedNode[],
  holes: Holes,
  mode: 'open' | 'closed',
  copied: ReadonlySet<string>,
): readonly Part[] | null {
  const [first, ...others] = places.map(piecesOf);
  if (!first || first.children.length === 0) return null;
  const isAlike = others.every(
    ({ type, children, gaps }) =>
      type === first.type &&
      children.length === first.children.length &&
      gaps.every((gap, at) => oneLine(gap) === oneLine(first.gaps[at] ?? '')),
  );
  if (!isAlike) return null;
  const parts: Part[] = [{ kind: 'text', text: first.gaps[0] ?? '' }];
  for (const at of first.children.keys()) {
    const column = [first, ...others].map(({ tree, children }) => ({ tree, node: children[at] ?? first.node }));
    const child = unify(column, holes, mode, copied);
    if (child === null) return null;
    parts.push(...child, { kind: 'text', text: first.gaps[at + 1] ?? '' });
  }
  return joined(parts);
}

interface Pieces extends PlacedNode {
  readonly type: string;
  readonly children: readonly Node[];
  /** The text before, between and behind the children. */
  readonly gaps: readonly string[];
}

function piecesOf({ tree, node }: PlacedNode): Pieces {
  const children = tree.children(node);
  const gaps: string[] = [];
  let at = node.start;
  for (const child of children) {
    // `{ a }` is a key and a value at once: such a node is taken as a whole.
    if (child.start < at) return { tree, node, type: node.type, children: [], gaps: [] };
    gaps.push(tree.text.slice(at, child.start));
    at = child.end;
  }
  return { tree, node, type: node.type, children, gaps: [...gaps, tree.text.slice(at, node.end)] };
}

/** Null where something is too much of a thing to be put into a hole. */
export function kindsOf(places: readonly PlacedNode[]): ReadonlySet<HoleKind> | null {
  const kinds = places.map(kindOf);
  return kinds.some((kind) => kind === null) ? null : new Set(kinds.flatMap((kind) => kind ?? []));
}

function kindOf({ tree, node }: PlacedNode): HoleKind | null {
  const text = tree.text.slice(node.start, node.end);
  if (node.type === 'Identifier') return /^[A-Za-z_$][\w$]*$/.test(text) ? 'name' : null;
  if (node.type === 'MemberExpression')
    return /^(?:this|[A-Za-z_$][\w$]*)(?:\.[A-Za-z_$][\w$]*)+$/.test(text) ? 'path' : null;
  if (node.type === 'TemplateLiteral') return isPlain(tree, node) ? 'template' : null;
  if (node.type !== 'Literal') return null;
  if (/^(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')$/.test(text)) return 'string';
  return /^\d[\d_.]*$/.test(text) ? 'number' : null;
}

/** A template that only puts names and members together. */
function isPlain(tree: SyntaxTree, { expressions }: Extract<Node, { readonly type: 'TemplateLiteral' }>): boolean {
  return expressions.every((each) => ['name', 'path'].includes(kindOf({ tree, node: each }) ?? ''));
}

function copiedTexts(example: FixExample | undefined): ReadonlySet<string> {
  if (!example) return new Set();
  if (example.change.kind !== 'rewritten') return new Set();
  const { old, next } = example.change.nodes;
  const match = example.violation.place?.range ?? { start: 0, end: 0 };
  const kept = new Set<string>();
  for (const node of next.tree.descendants(next.node)) kept.add(textOf({ tree: next.tree, node }));
  const copied = new Set<string>();
  for (const node of old.tree.descendants(old.node)) {
    const place = { tree: old.tree, node };
    // A name inside what the rule matched is what makes it a violation.
    const isMatched = node.type === 'Identifier' && node.start >= match.start && node.end <= match.end;
    if (kindOf(place) !== null && !isMatched && kept.has(textOf(place))) copied.add(textOf(place));
  }
  return copied;
}

function joined(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + part.text };
    else if (part.kind === 'hole' || part.text !== '') result.push(part);
  }
  return result;
}
