import { applyEdits } from '../model/edit.js';
import type { JsonNode } from '../model/json-document.js';
import { startOfLine } from '../model/position.js';

/** Changes to a JSON text that leave every other byte as somebody wrote it. */

export type JsonContainer = Extract<JsonNode, { readonly kind: 'object' | 'array' }>;

/** Adds a value at the end of a list, or a member (`key`) at the end of an object, laid out as its neighbours are. */
export function appendTo(text: string, container: JsonContainer, value: unknown, key: string | null): string {
  const last = childrenOf(container).at(-1);
  const isOpen =
    last === undefined ? !isOneLine(text, container) : text.slice(container.offset, last.offset).includes('\n');
  const unit = indentUnit(text);
  const outer = lineIndent(text, container.offset);
  const inner = last !== undefined && isOpen ? lineIndent(text, last.offset) : outer + unit;
  const label = key === null ? '' : `${JSON.stringify(key)}:${isOpen ? ' ' : ''}`;
  const body = isOpen ? JSON.stringify(value, null, unit).replaceAll('\n', `\n${inner}`) : JSON.stringify(value);
  const item = `${isOpen ? `\n${inner}` : ''}${label}${body}`;
  const edit =
    last === undefined
      ? { range: { start: container.offset + 1, end: container.end - 1 }, text: isOpen ? `${item}\n${outer}` : item }
      : { range: { start: last.end, end: last.end }, text: `,${item}` };
  return edited(text, { ...edit, text: text.includes('\r\n') ? edit.text.replaceAll('\n', '\r\n') : edit.text });
}

/** Takes out one item or member, with the comma and the space that belong to it. */
export function removeFrom(text: string, container: JsonContainer, index: number): string {
  const children = childrenOf(container);
  const child = children[index];
  if (child === undefined) throw new Error(`a container of ${children.length} has no child ${index}`);
  const before = children[index - 1];
  const after = children[index + 1];
  const range = after
    ? { start: child.offset, end: after.offset }
    : before
      ? { start: before.end, end: child.end }
      : { start: container.offset + 1, end: container.end - 1 };
  return edited(text, { range, text: '' });
}

/** Items, or members from their key to the end of their value. */
function childrenOf(container: JsonContainer): readonly { readonly offset: number; readonly end: number }[] {
  if (container.kind === 'array') return container.items;
  return container.members.map(({ offset, value }) => ({ offset, end: value.end }));
}

function edited(text: string, edit: Parameters<typeof applyEdits>[1][number]): string {
  const result = applyEdits(text, [edit]);
  if (result === null) throw new Error('an edit lies outside the text it was made for');
  return result;
}

/** A document written without line breaks stays so, unless there is nothing in it yet. */
function isOneLine(text: string, { offset, end }: JsonContainer): boolean {
  const document = text.trim();
  return !document.includes('\n') && document.length > end - offset;
}

function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

/** The space at the start of the line an offset lies on. */
function lineIndent(text: string, offset: number): string {
  const line = text.slice(startOfLine(text, offset), offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}
