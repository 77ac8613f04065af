import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { Match } from '../../model/fix-site.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { isInSpeltType } from '../../semantics/types/type-spelling.js';
import { isFunction } from '../../syntax/is-function.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { tearsTagName } from '../strategies/closing-tags.js';
import { isWholeWord } from './covers-head.js';
import { isMeantText } from './is-meant-text.js';

/** What `find` found somewhere, and what is to be written there. */
export interface Found extends Edit {
  readonly each: RegExpExecArray;
}

/**
 * In the smallest piece of syntax, or of it by itself (`alone`); where nothing is there, what goes on from it to the end of its statement, such as a semicolon.
 */
export function foundAround(
  tree: SyntaxTree,
  match: TextRange,
  within: (region: TextRange) => readonly Found[],
  alone: (region: TextRange) => readonly Found[],
): readonly Found[] {
  const region = regionAround(tree, match);
  const found = within(region);
  if (found.length > 0) return found;
  const whole = alone(region);
  if (whole.length > 0) return whole;
  const around = tree.lineage(tree.enclosing(match)).find((each) => isFunction(each) || SIMPLE.test(each.type));
  if (!around || !SIMPLE.test(around.type)) return [];
  // An edit may be less than what was found: its quote stays where it is.
  return within(around).filter(({ each }) => contains({ start: each.index, end: each.index + each[0].length }, match));
}

const SIMPLE = /^(?:ExpressionStatement|VariableDeclaration|ReturnStatement|ThrowStatement)$/;

/** The smallest node around a match; of a body, only the members that the match touches. */
function regionAround(tree: SyntaxTree, match: TextRange): TextRange {
  const node = tree.enclosing(match);
  if (!BODIES.has(node.type)) return node;
  const touched = tree.children(node).filter((child) => rangesOverlap(child, match));
  return {
    start: Math.min(match.start, ...touched.map((child) => child.start)),
    end: Math.max(match.end, ...touched.map((child) => child.end)),
  };
}

const BODIES: ReadonlySet<string> = new Set(['Program', 'BlockStatement', 'ClassBody', 'StaticBlock', 'TSModuleBlock']);

/** Whether a found piece is code, or a type or text that the rule itself came upon, and a whole one. */
export function isEditable(tree: SyntaxTree, found: TextRange, matched: Match | null): boolean {
  const match = matched?.range ?? null;
  if (tree.comments.some((comment) => rangesOverlap(comment, found))) return false;
  if (tearsTagName(tree, found, match)) return false;
  const strings = tree.overlapping(found).filter((node) => isStringLike(node) && !isInHole(tree, node, found));
  for (const literal of strings) {
    if (contains(found, literal)) continue;
    return matched !== null && isMeantText(literal, found, matched);
  }
  const isMatchedType = match !== null && rangesOverlap(found, match) && isInSpeltType(tree, match);
  if (placeAt(tree, found) !== (isMatchedType ? 'type' : 'code')) return false;
  // Part of a name is another name's part too, unless the rule itself looked at the name as a whole.
  if (match && rangesOverlap(found, match)) return isWholeWord(tree.text, found) || isWholeWord(tree.text, match);
  return isWholeWord(tree.text, found) && !(match && isInNestedBody(tree, found, match));
}

/** Whether a found piece stands inside `${}` of a template, where it is code although the template is around it. */
function isInHole(tree: SyntaxTree, literal: Node, found: TextRange): boolean {
  if (literal.type === 'TemplateLiteral' && literal.expressions.some((each) => contains(each, found))) return true;
  const last = { start: found.end - 1, end: found.end };
  // Code may end in a type: `x as any`.
  const isEnd = /^(?:code|type)$/.test(placeAt(tree, last));
  return literal.type === 'TemplateLiteral' && placeAt(tree, found) === 'code' && isEnd;
}

/** A function inside the node has violations of its own; they are mended under their own conditions. */
function isInNestedBody(tree: SyntaxTree, found: TextRange, match: TextRange): boolean {
  return tree.lineage(tree.enclosing(found)).some((node) => BODIES.has(node.type) && !contains(node, match));
}
