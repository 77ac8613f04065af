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
  readonly lineCount: number;
}

export function indexLines(text: string): LineIndex {
  const starts = text.includes('\r') ? startsAfterAnyEnd(text) : startsAfterNewlines(text);
  const cut = new Map<number, string>();
  return {
    lineCount: starts.length,
    positionAt(offset) {
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
function startsAfterNewlines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsAfterAnyEnd(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return starts;
}

export function rangesOverlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
