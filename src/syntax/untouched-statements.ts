import type { Node } from 'oxc-parser';
import type { Edit } from '../model/edit.js';
import { rangesOverlap, type TextRange } from '../model/position.js';
import { decoratorsBefore } from './node-children.js';
import type { SyntaxTree } from './syntax-tree.js';
import { isUnread, type UnreadStatement } from './unread-statement.js';

/** What a statement is to be in the new text: offsets there. */
interface StatementOutline {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface UntouchedStatement {
  readonly statement: StatementOutline;
  /** The one in front of it in the same list. */
  readonly previous: StatementOutline;
}

/** Shorter ones are quicker read than left out. Characters. */
const WORTH_LEAVING = 40;

/**
 * The statements that edits leave as they are, beside those they change, by where each is to be in the new text: those
 * that end first come first. They are what is expected, and no more: what becomes of an edited text only its parser knows.
 */
export function untouchedStatements(before: SyntaxTree, edits: readonly Edit[]): readonly UntouchedStatement[] {
  const found: UntouchedStatement[] = [];
  const moved = ({ type, start, end }: StatementOutline): StatementOutline => {
    return { type, start: movedOffset(edits, start), end: movedOffset(edits, end) };
  };
  const visit = (node: Node): void => {
    const isList = LISTS.has(node.type);
    let previous: Node | UnreadStatement | null = null;
    for (const child of before.outlines(node)) {
      if (edits.some(({ range }) => reaches(range, child))) {
        visit(isUnread(child) ? child.read() : child);
      } else if (isList && previous !== null && isApart(child, edits) && mayBeLeft(child)) {
        found.push({ statement: moved(child), previous: moved(previous) });
      }
      previous = child;
    }
  };
  visit(before.program);
  return found;
}

const LISTS: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'StaticBlock', 'TSModuleBlock', 'ClassBody']);

const STATEMENT = /(?:Statement|Declaration)$|^MethodDefinition$/;

/** An insertion reaches what it lands inside of. */
function reaches(range: TextRange, { start, end }: TextRange): boolean {
  return range.start === range.end ? start < range.start && range.start < end : rangesOverlap(range, { start, end });
}

/** What stands at the border of an edit may come to stand before it or behind it. */
function isApart({ start, end }: TextRange, edits: readonly Edit[]): boolean {
  return edits.every(({ range }) => end < range.start || range.end < start);
}

/** Not what a list is read for: directives, and decorators that stand in front of the class they belong to. */
function mayBeLeft(child: Node | UnreadStatement): boolean {
  if (isUnread(child)) return true;
  if (!STATEMENT.test(child.type) || child.end - child.start < WORTH_LEAVING) return false;
  if (child.type === 'ExpressionStatement') return child.directive === null;
  const isExport = child.type === 'ExportNamedDeclaration' || child.type === 'ExportDefaultDeclaration';
  return !isExport || decoratorsBefore(child).length === 0;
}

function movedOffset(edits: readonly Edit[], offset: number): number {
  let moved = offset;
  for (const { range, text } of edits) if (range.end <= offset) moved += text.length - (range.end - range.start);
  return moved;
}
