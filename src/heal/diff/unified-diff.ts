import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { Edit } from '../../model/edit.js';
import { plainHunks } from './plain-hunks.js';

const CONTEXT = 3;

/**
 * `--- a/path`, `+++ b/path` and hunks with three lines around, without timestamps; empty where nothing differs.
 * @param edits those that lead from one text to the other, where they are known: what they leave need not be compared
 */
export function unifiedDiff(path: string, before: string, after: string, edits?: readonly Edit[]): string {
  if (before === after) return '';
  // Only the lines between the first and the last difference are compared: a file has many fixes, each with a diff.
  const { start, endBefore, endAfter } = changedLines(before, after, edits ?? []);
  const old = before.slice(start, endBefore);
  const next = after.slice(start, endAfter);
  const patch = {
    oldFileName: `a/${path}`,
    newFileName: `b/${path}`,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: plainHunks(old, next, CONTEXT) ?? searchedHunks(old, next),
  };
  const above = countLines(before, start);
  const hunks = patch.hunks.map((hunk) => ({
    ...hunk,
    oldStart: hunk.oldStart + above,
    newStart: hunk.newStart + above,
  }));
  return formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY);
}

function searchedHunks(before: string, after: string): ReturnType<typeof structuredPatch>['hunks'] {
  return structuredPatch('a', 'b', before, after, undefined, undefined, { context: CONTEXT }).hunks;
}

interface ChangedLines {
  /** Of both texts. */
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** The whole lines that hold every difference, with those around that a hunk shows. */
function changedLines(before: string, after: string, edits: readonly Edit[]): ChangedLines {
  const shorter = Math.min(before.length, after.length);
  let same = edits.length === 0 ? 0 : Math.min(...edits.map(({ range }) => range.start));
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  const known = edits.length === 0 ? 0 : before.length - Math.max(...edits.map(({ range }) => range.end));
  let tail = Math.min(known, shorter - same);
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
