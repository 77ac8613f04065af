import type { Node } from 'oxc-parser';
import { type Edit, inOrder, isSameEdit } from '../model/edit.js';
import type { FixAnswer, FixInstruction, FixSite } from '../model/fix-site.js';
import { contains, type TextRange } from '../model/position.js';
import { isRefusal } from '../model/refusal.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { checkDraft } from './checks/check-draft.js';
import { verifyEdits } from './checks/verify-edits.js';
import { draftFix } from './draft-fix.js';
import type { SyntaxDraft } from './draft-syntax.js';
import { makeFix } from './make-fix.js';

export interface FixRequest {
  readonly site: FixSite;
  readonly instruction: FixInstruction;
}

/**
 * The answers that `makeFix` would give to each request by itself, in their order, for the price of one parse
 * where the fixes keep clear of each other.
 * @param requests all of one path and text
 */
export function makeFixes(requests: readonly FixRequest[]): readonly FixAnswer[] {
  const answers: FixAnswer[] = [];
  const joined: Joined[] = [];
  for (const [index, { site, instruction }] of requests.entries()) {
    const drafted = draftFix(site, instruction);
    if (isRefusal(drafted)) answers[index] = drafted;
    else if (drafted.kind === 'text') answers[index] = fixOf(instruction, drafted.edits);
    else if (requests.length > 1 && keepsClear(drafted, joined)) joined.push({ index, draft: drafted });
    else answers[index] = makeFix(site, instruction);
  }
  for (const [index, answer] of judge(joined)) answers[index] = answer;
  return answers;
}

interface Joined {
  readonly index: number;
  readonly draft: SyntaxDraft;
}

function fixOf({ safety }: FixInstruction, edits: readonly Edit[]): FixAnswer {
  return { kind: 'fix', fix: { edits: inOrder(edits), applicability: safety } };
}

/** Where the joint text is refused, its halves are asked: one bad fix must not cost the others theirs. */
function judge(joined: readonly Joined[]): readonly (readonly [number, FixAnswer])[] {
  const [leading] = joined;
  if (!leading) return [];
  const { tree } = leading.draft.task;
  const all = distinct(joined.flatMap(({ draft }) => draft.judged));
  const after = verifyEdits(tree, all);
  if (!isRefusal(after)) {
    const answers = withoutBlame(joined, new Map(joined.map((each) => [each, answerOf(each.draft, after, all)])));
    const kept = joined.filter((each) => answers.get(each)?.kind === 'fix');
    if (kept.length === joined.length) return [...answers].map(([{ index }, answer]) => [index, answer]);
    // Those that stand were seen beside some that do not.
    const refused = [...answers].flatMap(([{ index }, answer]) =>
      answer.kind === 'fix' ? [] : [[index, answer] as const],
    );
    return [...judge(kept), ...refused];
  }
  if (joined.length === 1) return [[leading.index, after]];
  const half = joined.length >> 1;
  return [...judge(joined.slice(0, half)), ...judge(joined.slice(half))];
}

/**
 * What its neighbours do to the same statement, or to one around it, must not be held against a fix: it is asked by
 * itself, or among those that may have been blamed as well.
 * @param first what was said of each in company
 */
function withoutBlame(
  joined: readonly Joined[],
  first: ReadonlyMap<Joined, FixAnswer>,
): ReadonlyMap<Joined, FixAnswer> {
  const answers = new Map(first);
  const refused = joined.filter((each) => first.get(each)?.kind !== 'fix');
  const alone = refused.filter((each) => joined.some((other) => sharesStatement(each, other)));
  const blamed = refused.filter((each) => !alone.includes(each) && refused.some((other) => sees(each, other)));
  if (blamed.length < joined.length) {
    const byIndex = new Map(judge(blamed));
    for (const each of blamed) answers.set(each, byIndex.get(each.index) ?? makeAlone(each));
  } else alone.push(...blamed);
  for (const each of alone) answers.set(each, makeAlone(each));
  return answers;
}

function makeAlone({ draft: { task } }: Joined): FixAnswer {
  return makeFix(task.site, task.instruction);
}

/** Whether the statement another fix changes goes around all that this one changes, or the other stands where this one adds a line. */
function sees(each: Joined, other: Joined): boolean {
  if (each === other) return false;
  const { tree } = each.draft.task;
  const around = statementsOf(other);
  const own = each.draft.judged.map(({ range }) => nodeAround(tree, range));
  return (
    each.draft.judged.every(({ range }) => around.some((statement) => contains(statement, range))) ||
    own.some((node) => other.draft.judged.some(({ range }) => contains(node, range)))
  );
}

/** What an edit stands in: a line that is added right behind a statement is not in that one. */
function nodeAround(tree: SyntaxTree, range: TextRange): Node {
  const node = tree.enclosing(range);
  if (range.start < range.end) return node;
  return tree.lineage(node).find(({ start, end }) => start < range.start && range.end < end) ?? tree.program;
}

function sharesStatement(each: Joined, other: Joined): boolean {
  if (each === other) return false;
  const statements = statementsOf(other);
  return statementsOf(each).some((statement) => statements.includes(statement));
}

/** Of a thousand fixes, each is compared with all others. */
const known = new WeakMap<Joined, readonly Node[]>();

function statementsOf(joined: Joined): readonly Node[] {
  const { task, judged } = joined.draft;
  const statements = known.get(joined) ?? judged.map(({ range }) => statementAround(task.tree, range));
  known.set(joined, statements);
  return statements;
}

function statementAround(tree: SyntaxTree, range: TextRange): Node {
  return tree.lineage(tree.enclosing(range)).find(({ type }) => /Statement$|Declaration$/.test(type)) ?? tree.program;
}

function answerOf(draft: SyntaxDraft, after: SyntaxTree, all: readonly Edit[]): FixAnswer {
  // An edit that several fixes share stands in the joint text once, as the first of them wrote it.
  const judged = draft.judged.map((edit) => all.find((each) => isSameEdit(each, edit)) ?? edit);
  const refusal = checkDraft({ ...draft, judged }, after, all);
  return refusal ?? fixOf(draft.task.instruction, draft.edits);
}

function distinct(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit, index) => edits.findIndex((each) => isSameEdit(each, edit)) === index);
}

/** Fixes that overlap or touch are judged by themselves, and so is one half of a pair that only the other makes whole. */
function keepsClear(draft: SyntaxDraft, joined: readonly Joined[]): boolean {
  const { tree } = draft.task;
  if (draft.judged.some(({ range }) => isPaired(tree, range))) return false;
  const shared = (mine: Edit, theirs: Edit, other: SyntaxDraft) =>
    isSameEdit(mine, theirs) && draft.imports.edits.includes(mine) && other.imports.edits.includes(theirs);
  return joined.every(({ draft: other }) =>
    draft.judged.every((mine) =>
      other.judged.every((theirs) => areApart(tree, mine.range, theirs.range) || shared(mine, theirs, other)),
    ),
  );
}

function areApart(tree: SyntaxTree, a: TextRange, b: TextRange): boolean {
  if (a.start <= b.end && b.start <= a.end) return false;
  const chain = operatorChain(tree, a);
  return chain === null || chain !== operatorChain(tree, b);
}

/** The whole of `a || b || c` for an operator in it: what one operator may turn into depends on the others. */
function operatorChain(tree: SyntaxTree, range: TextRange): Node | null {
  let chain: Node | null = null;
  for (const node of tree.lineage(tree.enclosing(range))) {
    if (node.type !== 'BinaryExpression' && node.type !== 'LogicalExpression') break;
    chain = node;
  }
  return chain;
}

/** The names of JSX tags and labels come twice and must agree. */
function isPaired(tree: SyntaxTree, range: TextRange): boolean {
  for (const node of tree.overlapping(range)) {
    const parent = tree.parent(node);
    if (parent?.type === 'JSXOpeningElement' || parent?.type === 'JSXClosingElement') {
      if (parent.name === node) return true;
    } else if (parent?.type === 'LabeledStatement' || parent?.type === 'BreakStatement') {
      if (parent.label === node) return true;
    } else if (parent?.type === 'ContinueStatement') return true;
  }
  return false;
}
