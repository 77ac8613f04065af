import type { Node } from 'oxc-parser';
import { type Edit, isSameEdit } from '../model/edit.js';
import { once } from '../model/once.js';
import { contains, type TextRange } from '../model/position.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { SyntaxDraft } from './draft-syntax.js';

/** A draft of a text, with what is asked of it again and again when each is compared with all others. */
export interface Joined {
  readonly index: number;
  readonly draft: SyntaxDraft;
  readonly spots: readonly Spot[];
  /** Half of a pair that only the other half makes whole. */
  readonly isPaired: boolean;
}

interface Spot {
  readonly edit: Edit;
  readonly isImport: boolean;
  /** The whole of `a || b || c` for an operator in it: what one operator may turn into depends on the others. */
  readonly chain: Node | null;
  /** The statement around the edit. */
  readonly statement: () => Node;
  /** What the edit stands in. */
  readonly around: () => Node;
}

export function joined(index: number, draft: SyntaxDraft): Joined {
  const { tree } = draft.task;
  const spots = draft.judged.map((edit): Spot => {
    const { range } = edit;
    return {
      edit,
      isImport: draft.imports.edits.includes(edit),
      chain: operatorChain(tree, range),
      statement: once(() => statementAround(tree, range)),
      around: once(() => nodeAround(tree, range)),
    };
  });
  return { index, draft, spots, isPaired: draft.judged.some(({ range }) => isPaired(tree, range)) };
}

/** Whether two drafts cannot be carried out on one text: they overlap or touch, or one needs what the other changes. */
export function clash(one: Joined, other: Joined): boolean {
  if (one.isPaired || other.isPaired) return true;
  return one.spots.some((mine) => other.spots.some((theirs) => !areApart(mine, theirs) && !areShared(mine, theirs)));
}

/** Whether what one does may be held against the other: they change one statement, or one in the other's. */
export function mayBlame(one: Joined, other: Joined): boolean {
  return sharesStatement(one, other) || sees(one, other) || sees(other, one);
}

/** Whether the statement another draft changes goes around all that this one changes, or the other stands where this one adds a line. */
export function sees(each: Joined, other: Joined): boolean {
  if (each === other) return false;
  const inside = each.spots.every(({ edit }) => other.spots.some(({ statement }) => contains(statement(), edit.range)));
  return inside || each.spots.some(({ around }) => other.spots.some(({ edit }) => contains(around(), edit.range)));
}

/** Whether another draft changes something within a statement that this one changes: what is compared there is no longer the same text. */
export function holds(each: Joined, other: Joined): boolean {
  if (each === other) return false;
  return each.spots.some((mine) => {
    if (mine.isImport || HOLDS_STATEMENTS.test(mine.statement().type)) return false;
    return other.spots.some(({ edit }) => contains(mine.statement(), edit.range));
  });
}

const HOLDS_STATEMENTS = /^(?:Program|BlockStatement|SwitchStatement|(?:Class|TSModule)Declaration)$/;

export function sharesStatement(each: Joined, other: Joined): boolean {
  if (each === other) return false;
  return each.spots.some((mine) => other.spots.some(({ statement }) => statement() === mine.statement()));
}

function areApart(mine: Spot, theirs: Spot): boolean {
  const [a, b] = [mine.edit.range, theirs.edit.range];
  if (a.start <= b.end && b.start <= a.end) return false;
  return mine.chain === null || mine.chain !== theirs.chain;
}

function areShared(mine: Spot, theirs: Spot): boolean {
  return isSameEdit(mine.edit, theirs.edit) && mine.isImport && theirs.isImport;
}

/** What an edit stands in: a line that is added right behind a statement is not in that one. */
function nodeAround(tree: SyntaxTree, range: TextRange): Node {
  const node = tree.enclosing(range);
  if (range.start < range.end) return node;
  return tree.lineage(node).find(({ start, end }) => start < range.start && range.end < end) ?? tree.program;
}

function statementAround(tree: SyntaxTree, range: TextRange): Node {
  return tree.lineage(tree.enclosing(range)).find(({ type }) => /Statement$|Declaration$/.test(type)) ?? tree.program;
}

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
