/**
 * Learning fixes from examples: what people changed where a rule was broken, generalised into a fix pattern that is
 * proposed only if it does the same to every example. Pure: texts in, patterns out; it reads no history and writes
 * nothing.
 */
import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { checkText } from '../engine/check-text.js';
import type { BoundedAnswer, Within } from '../model/bounded.js';
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

/**
 * What one change of a file shows about mending a rule; nothing where it only moved, deleted or rewrote.
 * @param within asked each time the rule is tried on a text
 */
export function fixExamples(
  rule: Rule,
  path: string,
  before: string,
  after: string,
  origin: string,
  within: Within,
): BoundedAnswer<readonly FixExample[]> {
  const tried = within(() => mended(rule, path, before, after));
  if (tried.kind === 'timeout') return tried;
  const broken = tried.value;
  if (broken.length === 0) return { kind: 'done', value: [] };
  const starts = lineStarts(before);
  const hunks = structuredPatch('a', 'b', before, after, undefined, undefined, { context: 0 }).hunks;
  const examples: FixExample[] = [];
  for (const violation of broken) {
    const change = changeAt(violation, hunks, before, starts);
    if (change === null) continue;
    const alone = before.slice(0, change.range.start) + change.text + before.slice(change.range.end);
    // The lines by themselves must mend this one, and only this one.
    const left = within(() => violationsIn(rule, path, alone).length);
    if (left.kind === 'timeout') return left;
    const example = left.value === broken.length - 1 ? exampleOf(rule, path, before, alone, violation) : null;
    if (example !== null) examples.push({ ...example, origin });
  }
  return { kind: 'done', value: examples };
}

function violationsIn(rule: Rule, path: string, text: string): readonly Violation[] {
  return checkText({ path, text }, [rule]).violations;
}

/** The violations before a change that left fewer of them. */
function mended(rule: Rule, path: string, before: string, after: string): readonly Violation[] {
  const broken = violationsIn(rule, path, before);
  return broken.length === 0 || violationsIn(rule, path, after).length >= broken.length ? [] : broken;
}

/** The lines of a change that a violation stands on, and what they became. */
function changeAt(
  { place }: Violation,
  hunks: readonly StructuredPatchHunk[],
  before: string,
  starts: readonly number[],
): { readonly range: TextRange; readonly text: string } | null {
  if (place === null) return null;
  const hunk = hunks.find(({ oldStart, oldLines }) => {
    return place.line >= oldStart && place.endLine < oldStart + oldLines && oldLines <= MAX_LINES;
  });
  if (!hunk) return null;
  const added = hunk.lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
  // Line by line where as many came as went, so that each violation of a run of lines is an example of its own.
  const isPaired = hunk.oldLines === hunk.newLines;
  const first = isPaired ? place.line : hunk.oldStart;
  const last = isPaired ? place.endLine : hunk.oldStart + hunk.oldLines - 1;
  const lines = isPaired ? added.slice(first - hunk.oldStart, last - hunk.oldStart + 1) : added;
  const range = { start: starts[first - 1] ?? 0, end: endOfLine(before, starts, last) };
  return { range, text: lines.join('\n') };
}

function exampleOf(
  rule: Rule,
  path: string,
  before: string,
  after: string,
  violation: Violation,
): Omit<FixExample, 'origin'> | null {
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
