import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import { isRefusal } from '../../model/refusal.js';
import { linksOf } from '../../syntax/links-of.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { editedRanges } from './edited-ranges.js';
import { verifyEdits } from './verify-edits.js';

/**
 * An edit of several operands of a chain as the replacement of the chain: by syntax `b || c` is no part of `a || b || c`,
 * and means the same there. What is written has to be operands again, with all the others beside it.
 */
export function runOfLinks(tree: SyntaxTree, { range, text }: Edit): Edit | null {
  const chain = tree.enclosing(range);
  if (chain.type !== 'LogicalExpression') return null;
  const old = linksOf(chain, chain.operator);
  if (!isRun(old, range)) return null;
  const whole = { start: chain.start, end: chain.end };
  const written = tree.text.slice(chain.start, range.start) + text + tree.text.slice(range.end, chain.end);
  const edit = { range: whole, text: written };
  const after = verifyEdits(tree, [edit]);
  if (isRefusal(after)) return null;
  const [made] = editedRanges([edit]);
  const next = made && linksOf(after.enclosing(made), chain.operator);
  const own = { start: range.start, end: range.start + text.length };
  if (!next || !isRun(next, own)) return null;
  const beside = (from: SyntaxTree, links: readonly Node[], part: typeof own): string =>
    links.flatMap((link) => (contains(part, link) ? [] : [textOf(from, link)])).join('\n');
  return beside(tree, old, range) === beside(after, next, own) ? edit : null;
}

function isRun(links: readonly Node[], { start, end }: Edit['range']): boolean {
  return links.some((link) => link.start === start) && links.some((link) => link.end === end);
}
