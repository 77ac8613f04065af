import type { Node } from 'oxc-parser';
import type { Anchor } from '../../model/auto-fix.js';
import { startOfLine, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { speaksOfNext, speaksOfNextBehind } from '../../syntax/next-line-comment.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { countsPositions } from '../removal/counts-positions.js';
import { unitOf } from './in-style.js';

/** What a text is that is inserted, for some things have to come first in a file, and others right before what they are about. */
export type Inserted = 'comment' | 'directive' | 'decorator' | 'code';

/** Brackets that an anchor names by ending with the opening one, or by beginning with the closing one. */
export interface Brackets {
  readonly list: Node;
  /** Where the named one stands. */
  readonly at: number;
  readonly side: 'opening' | 'closing';
}

/** What holds statements, members or elements between brackets, line by line. */
export const LISTS: ReadonlySet<string> = new Set([
  'BlockStatement',
  'ClassBody',
  'StaticBlock',
  'TSModuleBlock',
  'ObjectExpression',
  'ArrayExpression',
]);

/**
 * Who writes `after:/build: \{/` or `before:/\}\);/` means the inside of the brackets; null for any other anchor. What
 * is in the braces of a type, pattern or import is no list of lines.
 */
export function bracketsNamedBy(
  tree: SyntaxTree,
  anchor: (Anchor & { regex: RegExp })['kind'],
  match: TextRange,
): Brackets | 'no-list' | null {
  const { text } = tree;
  const isOpening = anchor === 'after' && /[{[]/.test(text.charAt(match.end - 1));
  const isClosing = anchor === 'before' && /[}\]]/.test(text.charAt(match.start));
  if (!isOpening && !isClosing) return null;
  const at = isOpening ? match.end - 1 : match.start;
  const node = tree.enclosing({ start: at, end: at + 1 });
  const list = tree.lineage(node).find(({ type }) => LISTS.has(type));
  // A static block begins with its word.
  const named =
    list && (isOpening ? text.indexOf(list.type === 'StaticBlock' ? '{' : text.charAt(at), list.start) : list.end - 1);
  if (list && named === at) return { list, at, side: isOpening ? 'opening' : 'closing' };
  return /[{}]/.test(text.charAt(at)) && node.type !== 'Literal' && node.type !== 'TemplateElement' ? 'no-list' : null;
}

/** Whether a text can stand between brackets: a statement cannot among elements, nor among the members of a class. */
export function fitsInside(tree: SyntaxTree, { list }: Brackets, text: string): boolean {
  switch (list.type) {
    case 'ObjectExpression':
      return parses(tree, `({${text}\n})`);
    case 'ArrayExpression':
      return parses(tree, `[${text}\n]`);
    case 'ClassBody':
      return parses(tree, `class Holder {${text}\n}`);
    default:
      return true;
  }
}

function parses(tree: SyntaxTree, text: string): boolean {
  return parseSyntax(tree.path, text)?.errors.length === 0;
}

/** Where lines go, or what stands around them where they get none of their own. */
export interface PointInside {
  readonly offset: number;
  readonly indent: string;
  readonly setting?: Setting;
  /** What the brackets hold has commas behind it. */
  readonly isOfElements: boolean;
}

/** `inline`: a list element on the line of its list. `lines`: lines between brackets with nothing in them. */
export type Setting =
  | { readonly kind: 'inline'; readonly before: string; readonly after: string; readonly isOnly: boolean }
  | { readonly kind: 'lines'; readonly closingIndent: string };

/**
 * The first or last line inside brackets, or the first place in those of one line.
 * @param inserted a directive comes before all others
 */
export function insideBrackets(tree: SyntaxTree, brackets: Brackets, inserted: Inserted): PointInside | Refusal {
  if (brackets.side === 'closing') return aheadOfClosing(tree, brackets);
  if (isDerivedConstructor(tree, brackets.list)) {
    return refuse('reachable', 'In front of super() there is no object yet that the lines could be about.');
  }
  const { list, at } = brackets;
  const content = tree.text.slice(at + 1, list.end - 1);
  if (content === '') return betweenEmpty(tree, brackets);
  if (list.type === 'ArrayExpression' && list.elements.length > 0 && countsPositions(tree, list)) {
    return COUNTED;
  }
  // A text by itself is a directive among statements alone.
  const isElement = IS_OF_ELEMENTS.test(list.type) && (inserted === 'code' || inserted === 'directive');
  return isElement && !/[\r\n]/.test(content)
    ? inLine(content, brackets)
    : behindOpening(tree, brackets, inserted === 'directive');
}

export const COUNTED = refuse('shifts-positions', 'The elements of the array mean something by their positions.');

const IS_OF_ELEMENTS = /^(?:Object|Array)Expression$/;

function betweenEmpty(tree: SyntaxTree, { list, at }: Brackets): PointInside {
  const closingIndent = indentOf(tree, at);
  const space = list.type === 'ObjectExpression' ? ' ' : '';
  const setting: Setting = IS_OF_ELEMENTS.test(list.type)
    ? { kind: 'inline', before: space, after: space, isOnly: true }
    : { kind: 'lines', closingIndent };
  return { offset: at + 1, indent: indentInside(tree, list), setting, isOfElements: IS_OF_ELEMENTS.test(list.type) };
}

function inLine(content: string, { at }: Brackets): PointInside {
  const isSpaced = content.startsWith(' ');
  const isOnly = content.trim() === '';
  const setting = { kind: 'inline', before: isSpaced ? ' ' : '', after: isSpaced ? '' : ' ', isOnly } as const;
  return { offset: at + 1, indent: '', setting, isOfElements: true };
}

function behindOpening(tree: SyntaxTree, { list, at }: Brackets, isDirective: boolean): PointInside | Refusal {
  const { text, comments } = tree;
  const directive = tree.children(list).findLast((node) => node.type === 'ExpressionStatement' && node.directive);
  const end = isDirective ? at + 1 : (directive?.end ?? at + 1);
  const offset = lineAfter(text, end);
  if (!/^[^\S\r\n]*(?:\/\/.*)?[\r\n]/.test(text.slice(end, offset))) return SHARES_LINE;
  const isParted = comments.some(
    (comment) => comment.start >= end && comment.start < offset && speaksOfNextBehind(comment),
  );
  const isOfElements = IS_OF_ELEMENTS.test(list.type);
  return isParted ? KEEPS_LINE : { offset, indent: indentInside(tree, list), isOfElements };
}

function aheadOfClosing(tree: SyntaxTree, { list, at }: Brackets): PointInside | Refusal {
  const { text } = tree;
  const offset = startOfLine(text, at);
  const last = tree.children(list).at(-1);
  if (text.slice(offset, at).trim() !== '') return SHARES_LINE;
  if (last && leavesBlock(tree, last))
    return refuse('reachable', 'Code behind the last line of the block would never run.');
  const isOfElements = IS_OF_ELEMENTS.test(list.type);
  if (isOfElements && last !== undefined && !/^\s*,/.test(text.slice(last.end))) return UNENDED;
  const comment = tree.comments.findLast(({ end }) => end <= offset);
  const isSpokenOf = comment && text.slice(comment.end, offset).trim() === '' && speaksOfNext(comment) !== null;
  return isSpokenOf ? KEEPS_LINE : { offset, indent: indentInside(tree, list), isOfElements };
}

const UNENDED = refuse('anchor-unique', 'No comma stands behind the last element, so another cannot follow it.');

const SHARES_LINE = refuse('anchor-unique', 'The bracket that the anchor names shares its line with other code.');

const KEEPS_LINE = refuse(
  'comment-keeps-line',
  'A comment behind the anchor tells a tool to overlook what follows it.',
);

/** That of what stands there, else one step more than the line the brackets open on. */
function indentInside(tree: SyntaxTree, list: Node): string {
  const [first] = tree.children(list);
  return first ? indentOf(tree, first.start) : indentOf(tree, list.start) + (unitOf(tree.text) ?? '  ');
}

function indentOf({ text }: SyntaxTree, offset: number): string {
  return /^[^\S\r\n]*/.exec(text.slice(startOfLine(text, offset)))?.[0] ?? '';
}

function isDerivedConstructor(tree: SyntaxTree, body: Node): boolean {
  const [, fn, method, , holder] = tree.lineage(body);
  return (
    fn?.type === 'FunctionExpression' &&
    method?.type === 'MethodDefinition' &&
    method.kind === 'constructor' &&
    (holder?.type === 'ClassDeclaration' || holder?.type === 'ClassExpression') &&
    holder.superClass !== null
  );
}
