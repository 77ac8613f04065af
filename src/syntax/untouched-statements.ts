import type { Node } from 'oxc-parser';
import type { Edit } from '../model/edit.js';
import { rangesOverlap } from '../model/position.js';
import { decoratorsBefore } from './node-children.js';
import type { SyntaxTree } from './syntax-tree.js';
import { isUnread, type UnreadStatement } from './unread-statement.js';

/** What a statement is to be in the new text: offsets there. */
export interface StatementOutline {
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
      if (edits.some(({ range }) => rangesOverlap(range, child) || isWithin(range.start, child))) {
        visit(isUnread(child) ? child.read() : child);
      } else if (isList && previous !== null && mayBeLeft(child, edits)) {
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

function mayBeLeft(child: Node | UnreadStatement, edits: readonly Edit[]): boolean {
  if (isUnread(child)) return !edits.some(({ range }) => range.start <= child.end && child.start <= range.end);
  if (!STATEMENT.test(child.type) || child.end - child.start < WORTH_LEAVING) return false;
  if (child.type === 'ExpressionStatement' && child.directive !== null) return false;
  const isExport = child.type === 'ExportNamedDeclaration' || child.type === 'ExportDefaultDeclaration';
  if (isExport && decoratorsBefore(child).length > 0) return false;
  return !edits.some(({ range }) => range.start <= child.end && child.start <= range.end);
}

function isWithin(offset: number, { start, end }: StatementOutline): boolean {
  return start < offset && offset < end;
}

function movedOffset(edits: readonly Edit[], offset: number): number {
  let moved = offset;
  for (const { range, text } of edits) if (range.end <= offset) moved += text.length - (range.end - range.start);
  return moved;
}
