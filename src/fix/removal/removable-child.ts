import type { Node } from 'oxc-parser';
import { contains, startOfLine, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import type { Call } from '../../syntax/is-call.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { attributeName, attributeValue, tagName } from '../../syntax/jsx.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { checkCall } from './removable-call.js';
import { EXPLAINED, IMPURE } from './removal-refusal.js';

export type JsxElement = Extract<Node, { type: 'JSXElement' }>;
type Holder = Extract<Node, { type: 'JSXElement' | 'JSXFragment' }>;

/** The element around a child whose opening the match names; null for any other node. */
export function holderOfChild(match: TextRange, node: Node, parent: Node): Holder | null {
  const isChild = node.type === 'JSXElement' && (parent.type === 'JSXElement' || parent.type === 'JSXFragment');
  return isChild && contains(match, node.openingElement.name) ? parent : null;
}

/** Why an element may not go from among the children of another, or null: with it only itself may be lost. */
export function checkChild(tree: SyntaxTree, node: JsxElement, holder: Holder): Refusal | null {
  if (node.children.some(shows)) return refuse('value-used', 'What the element holds would go with it.');
  const name = nameOf(tree, node);
  if (!IS_APART.test(name) || tree.lineage(holder).some(isCountedBy)) return COUNTED;
  const refusal = checkAttributes(tree, node) ?? checkNeighbours(tree, node, holder);
  return refusal ?? (!IS_OF_HEAD.test(name) && hasLike(tree, node, holder) ? COUNTED : null);
}

/** `{console.log(items)}` among the children of an element, which draws nothing. */
interface Printing {
  readonly node: Node;
  readonly call: Call;
  readonly holder: Holder;
}

/** The child of an element that only prints to the console; null for any other node. */
export function printingChild(tree: SyntaxTree, node: Node, parent: Node): Printing | null {
  if (node.type !== 'JSXExpressionContainer' || node.expression.type !== 'CallExpression') return null;
  if (parent.type !== 'JSXElement' && parent.type !== 'JSXFragment') return null;
  const { callee } = node.expression;
  const printer = callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object : null;
  const isConsole = printer?.name === 'console' && isUnbound(tree, printer);
  return isConsole ? { node, call: node.expression, holder: parent } : null;
}

/** Why a child that only prints may not go, or null. */
export function checkPrinting(tree: SyntaxTree, match: TextRange, { node, call, holder }: Printing): Refusal | null {
  if (tree.lineage(holder).some(isCountedBy)) return COUNTED;
  return checkCall(tree, match, call) ?? checkNeighbours(tree, node, holder);
}

function nameOf({ text }: SyntaxTree, { openingElement: { name } }: JsxElement): string {
  return text.slice(name.start, name.end);
}

/** Another of its kind beside it: columns of a grid, steps, tabs. */
function hasLike(tree: SyntaxTree, node: JsxElement, { children }: Holder): boolean {
  return children.some(
    (each) => each.type === 'JSXElement' && each.start !== node.start && nameOf(tree, each) === nameOf(tree, node),
  );
}

/** Translations speak of what such an element holds by number. */
function isCountedBy(node: Node): boolean {
  return node.type === 'JSXElement' && /^Trans(?:late|lation)?$/.test(tagName(node.openingElement) ?? '');
}

/** Components, and elements that stand for themselves; a cell or an item is one of a row. */
const IS_APART = /^(?:[A-Z].*|[\w$]+\..*|script|link|meta|iframe)$/;

/** Each of them is for itself, however many there are. */
const IS_OF_HEAD = /^(?:[Ss]cript|[Ll]ink|[Mm]eta|iframe)$/;

const COUNTED = refuse('shifts-positions', 'The element may be one of a row or list, whose others would move up.');

export function checkAttributes(tree: SyntaxTree, { openingElement: { attributes } }: JsxElement): Refusal | null {
  for (const each of attributes) {
    // What is spread may be anything, functions and children among it.
    if (each.type !== 'JSXAttribute') return IMPURE;
    if (attributeName(each) === 'ref') return refuse('value-used', 'Other code reaches the element by its ref.');
    const value = attributeValue(each);
    if (value && (hasEffects(tree, value) || holdsCode(tree, value))) return IMPURE;
  }
  return null;
}

function checkNeighbours(tree: SyntaxTree, node: Node, holder: Holder): Refusal | null {
  const { text } = tree;
  const at = holder.children.findIndex((each) => each.start === node.start);
  const kept = holder.children.filter((_, index) => index !== at);
  if (!kept.some(shows)) return refuse('sole-body', 'It is all that the element around holds.');
  const isBesideText = [at - 1, at + 1].some((index) => {
    const beside = holder.children[index];
    return beside?.type === 'JSXText' && beside.value.trim() !== '';
  });
  const before = text.slice(startOfLine(text, node.start), node.start);
  const behind = text.slice(node.end, lineAfter(text, node.end));
  if (isBesideText || before.trim() !== '' || behind.trim() !== '')
    return refuse('edit-bounded', 'The text or the elements around it on its line would be drawn together.');
  const above = holder.children.slice(0, Math.max(at, 0)).findLast((each) => !isBlank(each));
  return above && isComment(above) ? EXPLAINED : null;
}

function shows(child: Node): boolean {
  return !isBlank(child) && !isComment(child);
}

function isBlank(child: Node): boolean {
  return child.type === 'JSXText' && child.value.trim() === '';
}

function isComment(child: Node): boolean {
  return child.type === 'JSXExpressionContainer' && child.expression.type === 'JSXEmptyExpression';
}
