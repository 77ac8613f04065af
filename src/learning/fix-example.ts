/**
 * Learning fixes from examples: what people changed where a rule was broken, generalised into a fix pattern that is
 * proposed only if it does the same to every example. Pure: texts in, patterns out; it reads no history and writes
 * nothing.
 */
import { structuredPatch } from 'diff';
import { checkText } from '../engine/check-text.js';
import type { Rule } from '../model/contract.js';
import type { TextRange } from '../model/position.js';
import type { Violation } from '../model/violation.js';
import { parseSyntax } from '../syntax/parse-syntax.js';
import { type AlignedNodes, alignNodes } from './align-nodes.js';

/** One violation, and how somebody mended it. */
export interface FixExample {
  readonly rule: Rule;
  readonly path: string;
  readonly before: string;
  /** The text with this one violation mended and nothing else changed. */
  readonly after: string;
  readonly violation: Violation;
  readonly nodes: AlignedNodes;
  /** Where it is from, such as a commit; for people. */
  readonly origin: string;
}

/** A rewrite of more lines than this is no fix of one place. */
const MAX_LINES = 12;

/** What one change of a file shows about mending a rule; nothing where it only moved, deleted or rewrote. */
export function fixExamples(
  rule: Rule,
  path: string,
  before: string,
  after: string,
  origin: string,
): readonly FixExample[] {
  const broken = checkText({ path, text: before }, [rule]).violations;
  if (broken.length === 0 || checkText({ path, text: after }, [rule]).violations.length >= broken.length) return [];
  const starts = lineStarts(before);
  const hunks = structuredPatch('a', 'b', before, after, undefined, undefined, { context: 0 }).hunks;
  return broken.flatMap((violation) => {
    const { place } = violation;
    if (place === null) return [];
    const hunk = hunks.find(({ oldStart, oldLines }) => {
      return place.line >= oldStart && place.endLine < oldStart + oldLines && oldLines <= MAX_LINES;
    });
    if (!hunk) return [];
    const added = hunk.lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
    // Line by line where as many came as went, so that each violation of a run of lines is an example of its own.
    const isPaired = hunk.oldLines === hunk.newLines;
    const first = isPaired ? place.line : hunk.oldStart;
    const last = isPaired ? place.endLine : hunk.oldStart + hunk.oldLines - 1;
    const lines = isPaired ? added.slice(first - hunk.oldStart, last - hunk.oldStart + 1) : added;
    const range = { start: starts[first - 1] ?? 0, end: endOfLine(before, starts, last) };
    const example = exampleOf(rule, path, before, range, lines.join('\n'), violation, broken.length);
    return example === null ? [] : [{ ...example, origin }];
  });
}

function exampleOf(
  rule: Rule,
  path: string,
  before: string,
  range: TextRange,
  text: string,
  violation: Violation,
  count: number,
): Omit<FixExample, 'origin'> | null {
  const after = before.slice(0, range.start) + text + before.slice(range.end);
  // The lines by themselves must mend this one, and only this one.
  if (checkText({ path, text: after }, [rule]).violations.length !== count - 1) return null;
  const [old, next] = [parseSyntax(path, before), parseSyntax(path, after)];
  if (!old || !next || violation.place === null || next.errors.length > old.errors.length) return null;
  const nodes = alignNodes(old, next, violation.place.range);
  return nodes && { rule, path, before, after, violation, nodes };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Before the line end, so that replaced lines keep theirs. */
function endOfLine(text: string, starts: readonly number[], line: number): number {
  const next = starts[line];
  if (next === undefined) return text.length;
  return text[next - 2] === '\r' ? next - 2 : next - 1;
}
