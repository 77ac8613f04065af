import { detached } from './detached.js';

/** A half-open range of UTF-16 code units in a text: `start` inclusive, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column (UTF-16 units), as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into positions. Lines end at `\n`, `\r\n` or a lone `\r`. */
export interface LineIndex {
  positionAt(offset: number): Position;
  /** Text of a 1-based line, without its line end; it does not keep the rest of the text in memory. */
  lineText(line: number): string;
  hasLine(line: number): boolean;
}

/** Goes through the text only as far as it is asked about. */
export function indexLines(text: string): LineIndex {
  const nextStart = text.includes('\r') ? afterAnyEnd : afterNewline;
  const starts = [0];
  const cut = new Map<number, string>();
  let isThrough = false;
  let last = 0;
  /** Until the text has so many lines, and one of them starts behind the offset. */
  const goOn = (lines: number, offset: number): void => {
    while (!isThrough && (starts.length < lines || last <= offset)) {
      const start = nextStart(text, last);
      if (start === null) isThrough = true;
      else {
        starts.push(start);
        last = start;
      }
    }
  };
  return {
    // No getters here: V8 keeps what the getters of a literal refer to, and so the text, until it collects everything.
    hasLine(line) {
      goOn(line, -1);
      return line > 0 && starts.length >= line;
    },
    positionAt(offset) {
      goOn(0, offset);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] as number) + 1 };
    },
    lineText(line) {
      goOn(line + 1, -1);
      const start = starts[line - 1];
      if (start === undefined) return '';
      const before = cut.get(line);
      if (before !== undefined) return before;
      let end = starts[line] ?? text.length;
      if (end > start && text.charCodeAt(end - 1) === 10) end--;
      if (end > start && text.charCodeAt(end - 1) === 13) end--;
      const made = detached(text.slice(start, end));
      cut.set(line, made);
      return made;
    },
  };
}

/** Searching is native and many times quicker than looking at each unit; nearly all texts have no other line end. */
function afterNewline(text: string, from: number): number | null {
  const at = text.indexOf('\n', from);
  return at === -1 ? null : at + 1;
}

function afterAnyEnd(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) return at + 1;
  }
  return null;
}

/** Where the line of an offset begins. (`lastIndexOf('\n', offset - 1)` looks at index 0 even for offset 0.) */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineStart(text, start)) start--;
  return start;
}

/** Where the line of an offset ends. The `\r` of a `\r\n` counts as part of the line. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  const end = newline === -1 ? text.length : newline;
  const alone = text.slice(offset, end).search(/\r(?!$)/);
  return alone === -1 ? end : offset + alone;
}

function isLineStart(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === 10 || (before === 13 && text.charCodeAt(at) !== 10);
}

export function rangesOverlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The one of these ranges, which are in order and apart, that holds an offset: a long file has too many to go through. */
export function rangeAt<Range extends TextRange>(ranges: readonly Range[], offset: number): Range | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? offset) <= offset) low = middle + 1;
    else high = middle;
  }
  const last = ranges[low - 1];
  return last !== undefined && offset < last.end ? last : undefined;
}

/** The same places told with as few ranges as will do: in order, and none of them overlaps or touches the next. */
export function mergeRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const merged: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return merged;
}
