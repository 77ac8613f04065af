import { applyEditsWithin, type Edit } from '../../model/edit.js';
import type { TextRange } from '../../model/position.js';
import { isCall } from '../../syntax/is-call.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * An edit that does no more than give a call another first or last argument, laid out like the others: where they have
 * lines of their own it gets one too, and a comma behind it where there was one. Any other edit comes back as it is.
 */
export function layArgument(tree: SyntaxTree, edit: Edit): Edit {
  const inserted = insertionOf(tree.text, edit);
  return (inserted && layFirst(tree, edit, inserted)) ?? layLast(tree, edit, inserted);
}

/** Only where nothing but the argument is written, or nothing behind it. */
function layFirst(tree: SyntaxTree, { range, text }: Edit, inserted: Edit): Edit | null {
  const at = inserted.range.start;
  if (at !== range.end || !/\S,\s*$/.test(inserted.text)) return null;
  const next = at + (/^\s*/.exec(tree.text.slice(at))?.[0].length ?? 0);
  const first = tree.lineage(tree.enclosing({ start: next, end: next + 1 })).find((node) => {
    const call = tree.parent(node);
    return call !== null && isCall(call) && call.arguments[0] === node && node.start === next;
  });
  const line = first ? lineStart(tree.text, first) : null;
  if (line === null) return null;
  const kept = text.slice(0, text.length - inserted.text.length);
  return { range, text: next === at ? kept + inserted.text.trimEnd() + line : kept + line + inserted.text.trim() };
}

function layLast(tree: SyntaxTree, edit: Edit, found: Edit | null): Edit {
  const inserted = found && fromComma(tree.text, found);
  const added = inserted && /^,\s*(?<argument>\S[\s\S]*?),?\s*$/.exec(inserted.text)?.groups?.argument;
  const last = inserted && added ? lastArgumentBefore(tree, inserted.range.start) : null;
  if (!inserted || !added || !last) return edit;
  const line = lineStart(tree.text, last);
  const comment = line === null ? null : commentBehind(tree, last);
  if (line === null && tree.text.slice(last.end, inserted.range.start) === '') return edit;
  const comma = tree.text.slice(last.end, comment?.start ?? inserted.range.start).indexOf(',') + 1;
  const laid = `${line ?? ' '}${added}${line !== null && comma > 0 ? ',' : ''}`;
  const edits: Edit[] = comment
    ? [
        { range: { start: last.end, end: last.end + comma }, text: ',' },
        { range: { start: comment.end, end: comment.end }, text: laid },
      ]
    : [{ range: { start: last.end, end: last.end + comma }, text: `,${laid}` }];
  const range = {
    start: Math.min(edit.range.start, last.end),
    end: Math.max(edit.range.end, last.end + comma, comment?.end ?? 0),
  };
  const whole = applyEditsWithin(tree.text, range, edits);
  return whole === null ? edit : { range, text: whole };
}

/** The last comment on the line that an argument ends on, where nothing but a comma and the end of the line stand beside it. */
function commentBehind({ text, comments }: SyntaxTree, argument: TextRange): TextRange | null {
  const end = argument.end + (/^[^\r\n]*/.exec(text.slice(argument.end))?.[0].length ?? 0);
  const behind = comments.filter((each) => each.start >= argument.end && each.start < end);
  const last = behind.at(-1);
  return last && text.slice(last.end, Math.max(end, last.end)).trim() === '' ? last : null;
}

/** What an edit inserts, and where, if it takes nothing away; null if it does. */
function insertionOf(text: string, { range, text: written }: Edit): Edit | null {
  const old = text.slice(range.start, range.end);
  let shared = 0;
  while (shared < old.length && old[shared] === written[shared]) shared++;
  const rest = old.slice(shared);
  if (written.length <= old.length || !written.endsWith(rest)) return null;
  const at = range.start + shared;
  return { range: { start: at, end: at }, text: written.slice(shared, written.length - rest.length) };
}

/** ` b,` put behind a comma is `, b` put in front of it. */
function fromComma(text: string, { range, text: added }: Edit): Edit {
  if (!/^[^,][\s\S]*,$/.test(added) || text.charAt(range.start - 1) !== ',') return { range, text: added };
  const at = range.start - 1;
  return { range: { start: at, end: at }, text: `,${added.slice(0, -1)}` };
}

/** The last argument of the call whose closing bracket is next, where nothing but a comma, comments and white space stand between. */
function lastArgumentBefore(tree: SyntaxTree, offset: number): TextRange | null {
  const end = bracketBehind(tree, offset) + 1;
  const call = tree.lineage(tree.enclosing({ start: end - 1, end })).find((node) => isCall(node) && node.end === end);
  const last = call && isCall(call) ? call.arguments.at(-1) : undefined;
  const isNext = last && last.end <= offset && bracketBehind(tree, last.end) === end - 1;
  return isNext ? { start: last.start, end: last.end } : null;
}

/** Where the first thing stands that is neither white space nor a comma nor a comment. */
function bracketBehind({ text, comments }: SyntaxTree, offset: number): number {
  for (let at = offset; ; ) {
    at += /^[\s,]*/.exec(text.slice(at))?.[0].length ?? 0;
    const comment = comments.find(({ start }) => start === at);
    if (!comment) return at;
    at = comment.end;
  }
}

/** The line end and the white space in front of what begins a line; null for what does not. */
function lineStart(text: string, { start }: TextRange): string | null {
  return /(?:\r\n?|\n)[^\S\r\n]*$/.exec(text.slice(0, start))?.[0] ?? null;
}
