import type { Node } from 'oxc-parser';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { isExpression } from '../../syntax/is-expression.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { attributeValue, isQuotedAttribute } from '../../syntax/jsx.js';
import { isTypeNode } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { type ValueOwner, valueOwner } from './value-owner.js';

/** The one expression a template's value replaces, and the name it goes by. */
export interface ValueSlot {
  readonly node: Node;
  readonly name: string | null;
  /** The slot is the quoted string of a JSX attribute: an expression needs braces there. */
  readonly quotedAttribute: boolean;
}

/**
 * The value slot of a match: the match itself where it is exactly one expression, else the one
 * string literal that starts in it, else the one right-hand side that lies in it. Null when the
 * match holds no value at all.
 */
export function findValueSlot(tree: SyntaxTree, match: TextRange): ValueSlot | Refusal | null {
  const exact = tree.enclosing(match);
  if (isExactly(exact, match)) {
    if (isStringLike(exact)) return literalSlot(tree, exact, null);
    const isSlot = exact.type !== 'AssignmentExpression' && isExpression(tree, exact);
    if (isSlot) return slotOf(tree, exact, ownerOrNull(tree, exact));
  }
  const literals = literalsStartingIn(tree, match).filter((node) => !isKey(tree, node));
  if (literals.length > 1) {
    return refuse(
      'slot-unique',
      `${literals.length} string literals lie in the match; which one is meant cannot be told.`,
    );
  }
  const literal = literals[0];
  return literal ? literalSlot(tree, literal, match) : rightHandSide(tree, match);
}

/** The string literal that holds a match inside its quotes, where the match is all there is in it. */
export function literalAround(tree: SyntaxTree, match: TextRange): ValueSlot | Refusal | null {
  const node = tree.lineage(tree.enclosing(match)).find(isStringLike);
  if (!node || isExactly(node, match) || !contains(node, match) || isInHole(node, match)) return null;
  if (match.start > node.start + 1 || match.end < node.end - 1) {
    return refuse('match-is-whole', 'The match is only a part of the string that holds it.');
  }
  return literalSlot(tree, node, null);
}

/** What stands in `${}` is code, though a template is around it. */
function isInHole(literal: Node, range: TextRange): boolean {
  return literal.type === 'TemplateLiteral' && literal.expressions.some((hole) => contains(hole, range));
}

export function slotOf(tree: SyntaxTree, node: Node, owner: ValueOwner | null): ValueSlot {
  return {
    node,
    name: owner?.kind === 'named' ? owner.name : null,
    quotedAttribute: isQuotedAttribute(tree, node),
  };
}

/** @param match where the owner's key must be matched as well; null when the literal itself is what matched */
export function literalSlot(tree: SyntaxTree, literal: Node, match: TextRange | null): ValueSlot | Refusal {
  if (literal.type === 'TemplateLiteral' && literal.expressions.length > 0) {
    return refuse(
      'slot-is-constant',
      'The string is put together at run time; replacing it would drop what goes into it.',
    );
  }
  if (tree.lineage(literal).some(isTypeNode)) return refuse('slot-is-type', 'The literal is a type, not a value.');
  const owner = valueOwner(tree, literal);
  if (isRefusal(owner)) return owner;
  if (match && !ownerIsMatched(tree, owner, match)) {
    return refuse('slot-is-value', 'The literal is not the value of what matched: it goes into something else first.');
  }
  return slotOf(tree, literal, owner);
}

/** A named value's key is part of the match; a plain one's owner is the very thing the match lies in. */
function ownerIsMatched(tree: SyntaxTree, owner: ValueOwner, match: TextRange): boolean {
  if (owner.kind === 'named') return rangesOverlap(owner.key, match);
  return tree.enclosing(match) === owner.node || isExactly(owner.node, match);
}

function rightHandSide(tree: SyntaxTree, match: TextRange): ValueSlot | Refusal | null {
  const found: ValueSlot[] = [];
  for (const node of tree.overlapping(match)) {
    const value = assignedValue(node);
    if (!value || !contains(match, value) || tree.lineage(node).some(isTypeNode)) continue;
    const owner = valueOwner(tree, value);
    if (isRefusal(owner)) return owner;
    if (owner.kind === 'named' && rangesOverlap(owner.key, match)) found.push(slotOf(tree, value, owner));
  }
  const [slot, ...others] = found;
  if (!slot) return null;
  return others.length === 0
    ? slot
    : refuse('slot-unique', 'The match holds several values; which one is meant cannot be told.');
}

/** The value a declaration, assignment, property or attribute gives, without the braces of JSX. */
export function assignedValue(node: Node): Node | null {
  switch (node.type) {
    case 'VariableDeclarator':
      return node.init;
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return node.right;
    case 'Property':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return node.value;
    case 'JSXAttribute':
      return attributeValue(node);
    default:
      return null;
  }
}

/** Whether a string or template begins at an offset, with its quote. */
export function isOpeningQuote(tree: SyntaxTree, offset: number): boolean {
  const nodes = tree.overlapping({ start: offset, end: offset + 1 });
  return nodes.some((node) => isStringLike(node) && node.start === offset);
}

function literalsStartingIn(tree: SyntaxTree, match: TextRange): readonly Node[] {
  return tree.overlapping(match).filter((node) => isStringLike(node) && node.start >= match.start);
}

/** Keys and member names are how a value is called, never the value. */
export function isKey(tree: SyntaxTree, literal: Node): boolean {
  const owner = valueOwner(tree, literal);
  return isRefusal(owner) && owner.condition === 'slot-is-key';
}

export function ownerOrNull(tree: SyntaxTree, node: Node): ValueOwner | null {
  const owner = valueOwner(tree, node);
  return isRefusal(owner) ? null : owner;
}

export function isExactly(node: TextRange, range: TextRange): boolean {
  return node.start === range.start && node.end === range.end;
}
