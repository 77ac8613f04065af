import type { Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isOpeningQuote } from '../slots/value-slot.js';
import { isWholeWord } from './covers-head.js';

/** An edit without the quotes and brackets that are written anew and stand there already: they stay where they are. */
export function withoutKept(tree: SyntaxTree, edit: Edit): Edit {
  return withoutBrackets(tree, behindQuote(tree, withoutQuote(tree, edit)));
}

/** `^( *)if (a) return;` → `$1if (a) { return; }`: the space in front of a line is none of its syntax, and stays. */
export function behindIndent(tree: SyntaxTree, edit: Edit, { start }: TextRange): Edit {
  const { range, text } = edit;
  const indent = tree.text.slice(range.start, Math.max(range.start, start));
  if (indent === '' || indent.trim() !== '' || !text.startsWith(indent)) return edit;
  return { range: { start, end: range.end }, text: text.slice(indent.length) };
}

/** `class="` → `className="`: the quote that a string begins with stays where it is. */
function withoutQuote(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const at = range.end - 1;
  if (at <= range.start || !/["'`]/.test(tree.text.charAt(at)) || !text.endsWith(tree.text.charAt(at))) return edit;
  return isOpeningQuote(tree, at) ? { range: { start: range.start, end: at }, text: text.slice(0, -1) } : edit;
}

/** `from "` → `from "node:`, or `from "fs` → `from "node:fs`: what is new stands in the string alone. */
function behindQuote(tree: SyntaxTree, edit: Edit): Edit {
  const { range, text } = edit;
  const literal = tree.enclosing({ start: range.end - 1, end: range.end });
  if (literal.type !== 'Literal' || literal.start < range.start || literal.end <= range.end) return edit;
  const head = tree.text.slice(range.start, literal.start + 1);
  const added = text.slice(head.length);
  if (!/["']$/.test(head) || !text.startsWith(head) || !/^[^"'`\\\r\n]+$/.test(added)) return edit;
  if (!isWholeWord(tree.text, { start: range.start, end: literal.start })) return edit;
  // `"fs` of `"fs-extra"` is the beginning of another name.
  if (/\w$/.test(textOf(tree, range)) && /[\w$.-]/.test(tree.text.charAt(range.end))) return edit;
  const content = { start: literal.start + 1, end: literal.end - 1 };
  return { range: content, text: added + tree.text.slice(range.end, content.end) };
}

/** `if (a == null)` → `if (a === null || a === undefined)`: brackets that the replacement brings along stand there already. */
function withoutBrackets(tree: SyntaxTree, edit: Edit): Edit {
  const inner = /^\(([^(),]+)\)$/.exec(edit.text)?.[1];
  const isHeld = tree.text[edit.range.start - 1] === '(' && tree.text[edit.range.end] === ')';
  return inner !== undefined && isHeld ? { ...edit, text: inner } : edit;
}
