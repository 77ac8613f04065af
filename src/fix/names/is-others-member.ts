import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';

/**
 * `numbers.parseInt(x)`, `call.arguments[0]`, `store.exec(sql)`, `popup.document.write(x)`: a match that begins with the name of a global, or of a function
 * of Node, which here is a member of something else that the rule did not look at.
 */
export function isOthersMember(tree: SyntaxTree, match: TextRange, edited: Edited): boolean {
  const node = tree.enclosing({ start: match.start, end: match.start + 1 });
  const parent = tree.parent(node);
  if (node.type !== 'Identifier' || node.start !== match.start || node.end > match.end) return false;
  if (parent?.type !== 'MemberExpression' || parent.property !== node || parent.computed) return false;
  if (parent.object.type === 'Identifier' && HOLDERS.has(parent.object.name)) return false;
  const call = tree.parent(parent);
  const isCalled = call?.type === 'CallExpression' && call.callee === parent;
  if (isCalled && KNOWN_GLOBALS.has(node.name)) return true;
  if (node.name === 'document' && parent.object.type !== 'ThisExpression') return true;
  const renamed = nameWritten(node, edited);
  if (renamed === null || renamed === node.name) return false;
  if (!isCalled) return MEMBERS.has(node.name);
  return PROGRAMS.test(node.name) && !(renamed in RegExp.prototype) && !isOfPrograms(parent.object);
}

interface Edited {
  readonly after: SyntaxTree;
  readonly edits: readonly Edit[];
  readonly all: readonly Edit[];
}

/** The name that takes the place of one at the beginning of an edit; null where the edit begins elsewhere, or with no name. */
function nameWritten(name: Node, { after, edits, all }: Edited): string | null {
  const at = edits.findIndex(({ range }) => range.start === name.start && range.end >= name.end);
  const written = editedRanges(edits, all)[at];
  return written ? (/^[\w$]+/.exec(after.text.slice(written.start, written.end))?.[0] ?? null) : null;
}

/** Functions that run programs; what a database or a regular expression has of that name does something else. */
const PROGRAMS = /^(?:exec|spawn|fork)(?:File)?(?:Sync)?$/;

/** `cp.exec(line)` */
function isOfPrograms(object: Node): boolean {
  return object.type === 'Identifier' && /^(?:cp|child_?process)/i.test(object.name);
}

/** Globals that other things have a member of that name beside; a `localStorage` is one wherever it is kept. */
const MEMBERS: ReadonlySet<string> = new Set([
  'arguments',
  'module',
  'exports',
  'require',
  'history',
  'console',
  'Event',
  'Node',
  'Image',
]);

/** Objects whose members of these names are the globals themselves. */
export const HOLDERS: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'global', 'Number', 'document']);
