import type { Node } from 'oxc-parser';
import { findRemovable } from '../fix/removal/removable.js';
import { removalEdits } from '../fix/strategies/remove.js';
import { applyEdits, type Edit } from '../model/edit.js';
import type { TextRange } from '../model/position.js';
import { isRefusal } from '../model/refusal.js';
import type { Violation } from '../model/violation.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

interface Removal {
  readonly node: Node;
  readonly edits: readonly Edit[];
}

/** What could be removed to be rid of a place, innermost first: each a whole statement, element or attribute. */
export function removalsAt(tree: SyntaxTree, place: TextRange): readonly Removal[] {
  const removals: Removal[] = [];
  for (const node of tree.lineage(tree.enclosing(place))) {
    if (node.type === 'Program') break;
    const removable = findRemovable(tree, node);
    if (isRefusal(removable) || removable.node !== node) continue;
    removals.push({ node, edits: removalEdits(tree, removable) });
  }
  return removals;
}

/**
 * The text without the one statement that stood at a violation, where the lines that went held nothing but such statements.
 * Null where they took anything else along: then a rewrite lost the violation by the way.
 * @param gone 1-based, sorted
 */
export function removedInLines(
  old: SyntaxTree,
  place: TextRange,
  broken: readonly Violation[],
  gone: readonly number[],
): string | null {
  const lines = rangesOf(old.text, gone);
  const isGone = (node: Node): boolean => overlapping(lines, node).length === linesIn(old.text, node);
  const statementAt = (range: TextRange): Removal | null => {
    return removalsAt(old, range).find(({ node }) => isGone(node)) ?? null;
  };
  const own = statementAt(place);
  if (own === null) return null;
  const all = [own, ...broken.flatMap((each) => (each.place ? (statementAt(each.place.range) ?? []) : []))];
  const isExplained = lines.every((line) => {
    const isBlank = old.text.slice(line.start, line.end).trim() === '';
    return isBlank || all.some(({ node }) => overlapping([line], node).length > 0);
  });
  return isExplained ? applyEdits(old.text, own.edits) : null;
}

function overlapping(lines: readonly TextRange[], { start, end }: TextRange): readonly TextRange[] {
  return lines.filter((line) => start < line.end && end > line.start);
}

/** How many lines with anything on them a piece of text spreads over. */
function linesIn(text: string, { start, end }: TextRange): number {
  return text
    .slice(start, end)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

function rangesOf(text: string, numbers: readonly number[]): readonly TextRange[] {
  const wanted = new Set(numbers);
  const ranges: TextRange[] = [];
  let start = 0;
  for (let line = 1; start <= text.length; line++) {
    const at = text.indexOf('\n', start);
    const end = at === -1 ? text.length : at;
    if (wanted.has(line)) ranges.push({ start, end });
    start = end + 1;
  }
  return ranges;
}
