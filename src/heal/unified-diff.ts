import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

const CONTEXT = 3;

/** `--- a/path`, `+++ b/path` and hunks with three lines around, without timestamps; empty where nothing differs. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  // Only the lines between the first and the last difference are compared: a file has many fixes, each with a diff.
  const { start, endBefore, endAfter } = changedLines(before, after);
  const old = before.slice(start, endBefore);
  const next = after.slice(start, endAfter);
  const patch = structuredPatch(`a/${path}`, `b/${path}`, old, next, undefined, undefined, { context: CONTEXT });
  const above = countLines(before, start);
  const hunks = patch.hunks.map((hunk) => ({
    ...hunk,
    oldStart: hunk.oldStart + above,
    newStart: hunk.newStart + above,
  }));
  return formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY);
}

interface ChangedLines {
  /** Of both texts. */
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** The whole lines that hold every difference, with those around that a hunk shows. */
function changedLines(before: string, after: string): ChangedLines {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  let tail = 0;
  while (
    tail < shorter - same &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  let start = before.lastIndexOf('\n', same - 1) + 1;
  for (let line = 0; line < CONTEXT && start > 0; line++)
    start = start < 2 ? 0 : before.lastIndexOf('\n', start - 2) + 1;
  let end = before.length - tail;
  for (let line = 0; line <= CONTEXT && end < before.length; line++) {
    const lineEnd = before.indexOf('\n', end);
    end = lineEnd === -1 ? before.length : lineEnd + 1;
  }
  return { start, endBefore: end, endAfter: end + after.length - before.length };
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
