import type { Node } from 'oxc-parser';
import { applyEdits, type Edit, originOf } from '../../model/edit.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { tearsMember } from '../removal/tears-member.js';
import { editedRanges } from './edited-ranges.js';
import { endWithoutGuard } from './end-without-guard.js';
import { nestedModule } from './nested-module.js';

/** Edits that do more than a bounded edit does. */
export interface Unsound extends Refusal {
  /** Where that shows, in the old text; none where nobody can tell. */
  readonly at: readonly TextRange[];
}

/**
 * The tree after the edits, if they do what a bounded edit does: the text still parses, and every
 * piece of syntax outside the edited ranges is the same piece, under the same parent, as before.
 */
export function verifyEdits(before: SyntaxTree, edits: readonly Edit[]): SyntaxTree | Unsound {
  const text = applyEdits(before.text, edits);
  if (text === null) return { ...refuse('edit-bounded', 'The edits of this fix overlap.'), at: [] };
  if (before.errors.length === 0 && tearsMember(before, edits)) return { ...READ_OTHERWISE, at: [] };
  const known = verified.get(before);
  if (known?.text === text && areSame(known.edits, edits)) return known.after;
  const after = parseSyntax(before.path, text);
  if (!after) throw new Error(`${before.path} was parsed before and is not now`);
  if (after.errors.length > before.errors.length || !after.parsed) {
    const added = after.errors.slice(before.errors.length);
    const message = added.at(-1)?.message ?? 'no reason given';
    const at = added.flatMap(({ places }) => places.map((place) => pointAt(originOf(place, edits))));
    return { ...refuse('result-parses', `The result would not parse: ${message}.`), at };
  }
  const written = editedRanges(edits);
  const nested = nestedModule(after, edits, written);
  if (nested) return { ...nested, at: [] };
  const comparison: Comparison = { before, after, edits, written, lost: [] };
  compare(comparison, before.program, after.program);
  if (comparison.lost.length > 0) return { ...READ_OTHERWISE, at: comparison.lost };
  verified.set(before, { text, edits, after });
  return after;
}

/** The last edits of a text that were found sound: fixes that were verified when they were made are so once more together. */
const verified = new WeakMap<
  SyntaxTree,
  { readonly text: string; readonly edits: readonly Edit[]; readonly after: SyntaxTree }
>();

/** In whatever order: they are disjoint. */
function areSame(a: readonly Edit[], b: readonly Edit[]): boolean {
  const at = new Map(b.map((edit) => [`${edit.range.start} ${edit.range.end}`, edit.text]));
  return a.length === b.length && a.every(({ range, text }) => at.get(`${range.start} ${range.end}`) === text);
}

const READ_OTHERWISE = refuse('edit-bounded', 'The edit would change how the code around it is read.');

interface Comparison {
  readonly before: SyntaxTree;
  readonly after: SyntaxTree;
  readonly edits: readonly Edit[];
  /** What each edit wrote, in the new text. */
  readonly written: readonly TextRange[];
  /** Where the old text had a piece that is no more, or the new one has one that nobody wrote. */
  readonly lost: TextRange[];
}

function compare(comparison: Comparison, old: Node, next: Node): void {
  const { edits, lost } = comparison;
  const candidates = comparison.after.children(next);
  const twins = new Set<Node>();
  let expected = 0;
  for (const whole of comparison.before.children(old)) {
    const child = withoutPrefix(comparison, whole);
    const isTouched = edits.some((edit) => touches(edit.range, child));
    if (isTouched && isReplaced(comparison, child)) continue;
    const found = twinOf(comparison, child, isTouched, candidates, expected);
    const twin = candidates[found];
    if (!twin && isLoneSemicolon(child, old)) continue;
    // What stands behind it could be anything.
    if (!twin) return void lost.push(child);
    expected = found + 1;
    twins.add(twin);
    if (isTouched) compare(comparison, child, twin);
    else if (!sameRole(child, twin)) lost.push(child);
  }
  const stray = candidates.find(
    (each) => !twins.has(each) && !isWritten(comparison, each) && !isLoneSemicolon(each, next),
  );
  if (stray) lost.push(pointAt(originOf(stray.start, edits)));
}

function pointAt(offset: number): TextRange {
  return { start: offset, end: offset };
}

/** What was waited for, or negated twice, where the edits take the `await` or `!!` from it and nothing else: traps say who misses it. */
function withoutPrefix({ before, edits }: Comparison, node: Node): Node {
  const operand = node.type === 'AwaitExpression' ? node.argument : negatedTwice(node);
  if (!operand) return node;
  const prefix = before.text.slice(node.start, operand.start).trimEnd();
  const isTaken = edits.some(({ range, text }) => {
    const rest = before.text.slice(range.end, operand.start);
    const isWhole = contains(range, { start: node.start, end: node.start + prefix.length });
    return (
      isWhole && range.end <= operand.start && rest.trim() === '' && (node.type === 'AwaitExpression' || text === '')
    );
  });
  return isTaken ? operand : node;
}

/** `x` of `!!x` */
function negatedTwice(node: Node): Node | null {
  if (node.type !== 'UnaryExpression' || node.operator !== '!') return null;
  const { argument } = node;
  return argument.type === 'UnaryExpression' && argument.operator === '!' ? argument.argument : null;
}

/** Whether one edit wrote a whole piece: what two of them wrote, or one and what stood beside it, was not to be one. */
function isWritten({ after, written }: Comparison, piece: Node): boolean {
  const whole = { start: piece.start, end: endWithoutGuard(after, piece) };
  return written.some((range) => contains(range, whole));
}

/**
 * The semicolon that a removed statement ended in, where it guards the one behind it; one that opens a file ends what is
 * inserted in front of it.
 */
function isLoneSemicolon(piece: Node, parent: Node): boolean {
  return piece.type === 'EmptyStatement' && /^(?:Program|BlockStatement|StaticBlock|TSModuleBlock)$/.test(parent.type);
}

function isReplaced({ before, edits }: Comparison, child: Node): boolean {
  const whole = { start: child.start, end: endWithoutGuard(before, child) };
  return edits.some(({ range }) => touches(range, child) && contains(range, whole));
}

/** @returns the index among the candidates, -1 where there is none */
function twinOf(
  comparison: Comparison,
  child: Node,
  isTouched: boolean,
  candidates: readonly Node[],
  expected: number,
): number {
  const isTwin = (each: Node) => isSameKind(child, each, isTouched) && isMoved(comparison, child, each);
  // Mostly it is the one behind the last twin.
  const following = candidates[expected];
  return following && isTwin(following) ? expected : candidates.findIndex(isTwin);
}

/** An edit may turn a construction into a call, or one operator into another; what stands around it stays what it is. */
function isSameKind(old: Node, next: Node, edited: boolean): boolean {
  if (old.type === next.type) return true;
  if (!edited) return false;
  return (
    EXCHANGEABLE.some((types) => types.has(old.type) && types.has(next.type)) || (isPlainLoop(old) && isPlainLoop(next))
  );
}

/** `while (true)` and `for (;;)`: a loop that does nothing between its rounds but ask whether there is another. */
function isPlainLoop(node: Node): boolean {
  return node.type === 'ForStatement' ? !node.init && !node.update : node.type === 'WhileStatement';
}

const EXCHANGEABLE: readonly ReadonlySet<string>[] = [
  new Set(['CallExpression', 'NewExpression']),
  new Set(['CallExpression', 'TaggedTemplateExpression']),
  new Set(['ThrowStatement', 'ReturnStatement']),
  new Set(['BinaryExpression', 'LogicalExpression']),
  new Set(['ConditionalExpression', 'LogicalExpression']),
  new Set(['FunctionExpression', 'ArrowFunctionExpression']),
  new Set(['JSXElement', 'JSXFragment']),
  new Set(['JSXOpeningElement', 'JSXOpeningFragment']),
  new Set(['JSXClosingElement', 'JSXClosingFragment']),
];

/** An insertion touches what it lands inside of, not what it lands beside. */
function touches(range: TextRange, node: TextRange): boolean {
  return range.start === range.end ? node.start < range.start && range.start < node.end : rangesOverlap(range, node);
}

/** A directive that turns into an expression statement, or back, has changed its meaning in place. */
function sameRole(old: Node, next: Node): boolean {
  if (old.type !== 'ExpressionStatement' || next.type !== 'ExpressionStatement') return true;
  return (old.directive === null) === (next.directive === null);
}

function isMoved({ before, edits, after }: Comparison, old: Node, next: Node): boolean {
  if (!isMovedOffset(edits, old.start, next.start)) return false;
  if (isMovedOffset(edits, old.end, next.end)) return true;
  // One that guards what follows ends whatever is inserted in front of it.
  const codeEnd = endWithoutGuard(before, old);
  if (codeEnd < old.end && isMovedOffset(edits, codeEnd, next.end)) return true;
  // A semicolon that guarded a removed statement ends the one before it, which had none.
  if (!ENDED.test(old.type) || after.text[next.end - 1] !== ';') return false;
  const end = next.start + after.text.slice(next.start, next.end - 1).trimEnd().length;
  return isMovedOffset(edits, old.end, Math.min(end, endWithoutGuard(after, next)));
}

const ENDED =
  /^(?:ExpressionStatement|VariableDeclaration|ReturnStatement|ThrowStatement|(?:Import|Export\w+)Declaration)$/;

/** Text inserted exactly at an offset may come before or after it; an offset inside an edit may go anywhere. */
function isMovedOffset(edits: readonly Edit[], old: number, next: number): boolean {
  let offset = old;
  let inserted = 0;
  for (const { range, text } of edits) {
    if (range.start < old && old < range.end) return true;
    const growth = text.length - (range.end - range.start);
    if (range.start === old && range.end === old) inserted += growth;
    else if (range.end <= old) offset += growth;
  }
  return next === offset || next === offset + inserted;
}
