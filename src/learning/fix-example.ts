/**
 * Learning fixes from examples: what people changed where a rule was broken, generalised into a fix pattern that is
 * proposed only if it does the same to every example. Pure: texts in, patterns out; it reads no history and writes
 * nothing.
 */
import type { StructuredPatchHunk } from 'diff';
import { structuredPatch } from 'diff';
import { checkText } from '../engine/check-text.js';
import type { BoundedAnswer, Within } from '../model/bounded.js';
import type { Rule } from '../model/contract.js';
import { contains, type TextRange } from '../model/position.js';
import type { Violation } from '../model/violation.js';
import { isCode } from '../syntax/is-code.js';
import { parseSyntax } from '../syntax/parse-syntax.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { type ExampleChange, readChange } from './example-change.js';
import { pairLines } from './pair-lines.js';
import { removedInLines } from './removed-code.js';
import { usedImports, withImports } from './used-imports.js';

/** One violation, and how somebody mended it. */
export interface FixExample {
  readonly rule: Rule;
  readonly path: string;
  readonly before: string;
  /** The text with this one violation mended and nothing else changed but the imports that takes. */
  readonly after: string;
  readonly violation: Violation;
  readonly change: ExampleChange;
  /** What the fix uses that has to be imported, as a pattern carries it; null where there is none. */
  readonly importLine: string | null;
  /** Where it is from, such as a commit; for people. */
  readonly origin: string;
}

/** A rewrite of more lines than this is no fix of one place. */
const MAX_LINES = 12;

/**
 * What one change of a file shows about mending a rule; nothing where it only moved or rewrote.
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
  const old = broken.length === 0 ? null : parseSyntax(path, before);
  if (!old) return { kind: 'done', value: [] };
  const hunks = structuredPatch('a', 'b', before, after, undefined, undefined, { context: 0 }).hunks;
  const examples: FixExample[] = [];
  for (const violation of broken) {
    const hunk = hunkOf(violation, hunks);
    const alone = hunk && mendAlone(old, violation, broken, hunk);
    if (!alone) continue;
    // The lines by themselves must mend this one, and only this one.
    const left = within(() => violationsIn(rule, path, alone).length);
    if (left.kind === 'timeout') return left;
    if (left.value !== broken.length - 1) continue;
    const example = exampleOf(rule, old, alone, violation, parseSyntax(path, after));
    if (example !== null && isOnlyOne(example, broken)) examples.push({ ...example, origin });
  }
  return { kind: 'done', value: examples };
}

/**
 * A text and what became of it, where all that changed mends one violation.
 * @param imported the file that says where names of the new code come from; null where nothing is to be imported
 */
export function exampleOf(
  rule: Rule,
  old: SyntaxTree,
  after: string,
  violation: Violation,
  imported: SyntaxTree | null,
): Omit<FixExample, 'origin'> | null {
  const next = parseSyntax(old.path, after);
  if (!next || violation.place === null || next.errors.length > old.errors.length) return null;
  const change = readChange(old, next, violation.place.range);
  if (change === null) return null;
  const importLine = imported && change.kind !== 'removed' ? usedImports(change, imported) : null;
  const whole = importLine === null ? after : withImports(next, importLine);
  return whole === null
    ? null
    : { rule, path: old.path, before: old.text, after: whole, violation, change, importLine };
}

function violationsIn(rule: Rule, path: string, text: string): readonly Violation[] {
  return checkText({ path, text }, [rule], { isCode }).violations;
}

/** Of several in the code that changed, nobody can tell which one the change mended. */
function isOnlyOne({ change }: Pick<FixExample, 'change'>, broken: readonly Violation[]): boolean {
  const { node } = change.kind === 'rewritten' ? change.nodes.old : change.was;
  return broken.filter(({ place }) => place !== null && contains(node, place.range)).length <= 1;
}

/** The violations before a change that left fewer of them. */
function mended(rule: Rule, path: string, before: string, after: string): readonly Violation[] {
  const broken = violationsIn(rule, path, before);
  return broken.length === 0 || violationsIn(rule, path, after).length >= broken.length ? [] : broken;
}

function hunkOf({ place }: Violation, hunks: readonly StructuredPatchHunk[]): StructuredPatchHunk | null {
  if (place === null) return null;
  return (
    hunks.find(({ oldStart, oldLines }) => {
      return place.line >= oldStart && place.endLine < oldStart + oldLines && oldLines <= MAX_LINES;
    }) ?? null
  );
}

/** The text with the lines of a violation changed as a hunk changes them, and no others; null where they are not its own. */
function mendAlone(
  old: SyntaxTree,
  { place }: Violation,
  broken: readonly Violation[],
  hunk: StructuredPatchHunk,
): string | null {
  if (place === null) return null;
  const added = withoutImports(hunk);
  const removed = hunk.lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1));
  const pairs = pairLines(removed, added);
  const own = pairs.slice(place.line - hunk.oldStart, place.endLine - hunk.oldStart + 1);
  const [first] = own;
  // Line by line where it can be told, so that each violation of a run of lines is an example of its own.
  if (first !== undefined && first !== null && own.every((each, index) => each === first + index)) {
    return withLines(old.text, place.line, place.endLine, added.slice(first, first + own.length));
  }
  const isEachPaired = new Set(pairs.filter((each) => each !== null)).size === added.length;
  const gone = pairs.flatMap((each, index) => (each === null ? [hunk.oldStart + index] : []));
  if (isEachPaired) return removedInLines(old, place.range, broken, gone);
  return withLines(old.text, hunk.oldStart, hunk.oldStart + hunk.oldLines - 1, added);
}

function withLines(text: string, first: number, last: number, lines: readonly string[]): string {
  const range = linesOf(text, first, last);
  return text.slice(0, range.start) + lines.join('\n') + text.slice(range.end);
}

const IMPORT = /^import\b.*['"];?\s*$/;

/** The lines that came, less the imports above them that the fix brought along: those are read from the whole file. */
function withoutImports({ lines }: StructuredPatchHunk): readonly string[] {
  const added = lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1));
  const last = added.findLastIndex((line) => IMPORT.test(line));
  if (last === -1 || lines.some((line) => line.startsWith('-') && IMPORT.test(line.slice(1)))) return added;
  const isHead = added.slice(0, last).every((line) => line.trim() === '' || IMPORT.test(line));
  const rest = added.slice(last + 1);
  return isHead ? rest.slice(rest.findIndex((line) => line.trim() !== '')) : added;
}

/** Before the last line end, so that replaced lines keep theirs. */
function linesOf(text: string, first: number, last: number): TextRange {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const next = starts[last];
  const end = next === undefined ? text.length : text[next - 2] === '\r' ? next - 2 : next - 1;
  return { start: starts[first - 1] ?? 0, end };
}
