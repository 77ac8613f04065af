import type { Node } from 'oxc-parser';
import { type Anchor, writtenRegex } from '../../model/auto-fix.js';
import { contains, startOfLine, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { moduleKind } from '../../semantics/modules/module-kind.js';
import { leadingComments, speaksOf, startWithComments } from '../../syntax/leading-comments.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { endsRange, speaksOfNext, speaksOfNextBehind } from '../../syntax/next-line-comment.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { endWithoutGuard } from '../checks/end-without-guard.js';
import { bringsIn } from '../imports/brings-in.js';
import { asGlobal } from '../matching/as-global.js';
import { countsPositions } from '../removal/counts-positions.js';
import { docblockEnd } from './file-header.js';
import { codeEnd, headEnd, importsEnd, importsStart, requiresEnd, shebangEnd } from './file-places.js';
import {
  bracketsNamedBy,
  COUNTED,
  fitsInside,
  type Inserted,
  insideBrackets,
  LISTS,
  type Setting,
} from './inside-brackets.js';

/** Where whole lines are inserted: at the start of a line or at the end of the text, unless a setting says how else. */
export interface InsertionPoint {
  readonly offset: number;
  /** Indentation of the lines. */
  readonly indent: string;
  readonly setting?: Setting;
  /** Whether the lines stand among the elements of a list or object. */
  readonly isOfElements?: boolean;
  /** Where the element in front of them ends that has no comma yet. */
  readonly openEnd?: number;
  readonly beside?: Beside;
}

/** The code beside which lines are inserted. */
export interface Beside {
  /** The statement, member or element that the anchor lies in: the names it declares are the ones those lines mean. */
  readonly item: TextRange;
  /** What the anchor matched: a name it uses means the same in those lines. */
  readonly anchor: TextRange;
}

/** Where an anchor puts a text. */
export function resolveAnchor(
  tree: SyntaxTree,
  anchor: Anchor,
  inserted: Inserted,
  text: string,
): InsertionPoint | Refusal {
  switch (anchor.kind) {
    case 'top':
      if (inserted === 'comment') {
        const afterShebang = shebangEnd(tree.text);
        return { offset: docblockEnd(tree, afterShebang) ?? afterShebang, indent: '' };
      }
      return { offset: topFor(tree, inserted, text), indent: '' };
    case 'after-imports':
      return { offset: moduleKind(tree) === 'commonjs' ? requiresEnd(tree) : importsEnd(tree), indent: '' };
    case 'end':
      return { offset: codeEnd(tree), indent: '' };
    case 'before':
    case 'after':
      return beside(tree, anchor, inserted, text);
  }
}

/** What is brought in stands apart from the head as other imports do. */
function topFor(tree: SyntaxTree, inserted: Inserted, text: string): number {
  return bringsIn(text) ? importsStart(tree) : headEnd(tree, { directives: inserted !== 'directive' });
}

type TextAnchor = Extract<Anchor, { regex: RegExp }>;

/**
 * Inside the brackets that the anchor opens or closes, else the lines of the smallest statement, member or list element
 * that the anchor's only match in code lies in.
 */
function beside(tree: SyntaxTree, anchor: TextAnchor, inserted: Inserted, text: string): InsertionPoint | Refusal {
  const [found, ...others] = matchesInCode(tree, anchor);
  if (!found || others.length > 0) {
    return refuse(
      'anchor-unique',
      `The anchor ${writtenRegex(anchor.regex)} is found ${found ? 'several times' : 'nowhere in code'}.`,
    );
  }
  const { match, brackets } = found;
  if (
    !brackets ||
    (TO_THE_END.test(anchor.regex.source) && !(brackets !== 'no-list' && fitsInside(tree, brackets, text)))
  )
    return besideItem(tree, anchor, match, inserted);
  if (brackets === 'no-list') return NO_LIST;
  const inside = insideBrackets(tree, brackets, inserted);
  return isRefusal(inside) ? inside : { ...inside, beside: { item: match, anchor: match } };
}

/** What reaches a bracket by `.*` means the rest of the line, and says nothing of the bracket it happens to end with. */
const TO_THE_END = /(?:\.|\[\^[^\]]*\])[*+]\??\)?\$?$/;

const NO_LIST = refuse('anchor-unique', 'The braces that the anchor names hold no statements, members or elements.');

interface FoundAnchor {
  readonly match: TextRange;
  readonly brackets: ReturnType<typeof bracketsNamedBy>;
}

/**
 * What stands in a decorator is written for the class below it; only who names its brackets means the inside, and who names
 * it from its `@` on means the line above what it decorates.
 */
function matchesInCode(tree: SyntaxTree, anchor: TextAnchor): readonly FoundAnchor[] {
  const { kind, regex } = anchor;
  return [...tree.text.matchAll(asGlobal(regex))].flatMap((each) => {
    if (each[0].trim() === '') return [];
    const match = {
      start: each.index + (each[0].length - each[0].trimStart().length),
      end: each.index + withoutEnding(each[0]).length,
    };
    const place = placeAt(tree, match);
    const brackets = place === 'code' || place === 'decorator' ? bracketsNamedBy(tree, kind, match) : null;
    const isMeant = place === 'code' || isDecorator(tree, anchor, match);
    return isMeant || (brackets && brackets !== 'no-list') ? [{ match, brackets }] : [];
  });
}

/** Whether a match is the beginning of a decorator, above which lines may stand whatever follows it. */
function isDecorator(tree: SyntaxTree, { kind }: TextAnchor, match: TextRange): boolean {
  return kind === 'before' && tree.text.charAt(match.start) === '@' && placeAt(tree, match) === 'decorator';
}

/** What ends an element or statement stands behind it, and in the list around it. */
function withoutEnding(anchor: string): string {
  const own = anchor.trimEnd();
  const ended = own.replace(/\s*[,;]$/, '');
  return ended.trim() === '' ? own : ended;
}

function besideItem(
  tree: SyntaxTree,
  anchor: TextAnchor,
  match: TextRange,
  inserted: Inserted,
): InsertionPoint | Refusal {
  const { text } = tree;
  const node = tree.lineage(tree.enclosing(match)).find((each) => isLineItem(tree, each)) ?? null;
  const item = node ?? match;
  if (
    tree.lineage(tree.enclosing(match)).some((each) => contains(item, each) && each !== item && isRunApart(tree, each))
  ) {
    return refuse(
      'reachable',
      'The anchor stands in a branch or function, and lines beside the whole of it would not.',
    );
  }
  if (anchor.kind === 'after' && leavesBlock(tree, node)) {
    return refuse('reachable', 'Code behind the anchor would never run.');
  }
  const lineStart = startOfLine(text, item.start);
  const indent = /^[^\S\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const end = endWithoutGuard(tree, item);
  const alone =
    text.slice(lineStart, item.start).trim() === '' &&
    (isDecorator(tree, anchor, match) || /^[^\S\r\n]*(?:[,;]?[^\S\r\n]*(?:\/\/.*)?)(?:\r|\n|$)/.test(text.slice(end)));
  if (!alone) return refuse('anchor-unique', 'The code the anchor lies in shares its line with other code.');
  const list = node && tree.parent(node);
  if (list?.type === 'ArrayExpression' && !isLast(list, item, anchor) && countsPositions(tree, list)) return COUNTED;
  const offset = anchor.kind === 'before' ? aboveItem(tree, item, inserted) : belowLine(tree, end);
  const isOfElements = list?.type === 'ArrayExpression' || list?.type === 'ObjectExpression';
  if (typeof offset !== 'number') return offset;
  const isOpen = isOfElements && anchor.kind === 'after' && lacksComma(tree, item.end);
  return { offset, indent, isOfElements, ...(isOpen ? { openEnd: end } : {}), beside: { item, anchor: match } };
}

/** Whether nothing but comments stand between an element and the bracket behind it. */
function lacksComma({ text, comments }: SyntaxTree, end: number): boolean {
  for (let at = end; ; ) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    const comment = comments.find(({ start }) => start === at);
    if (!comment) return /^[}\]]/.test(text.slice(at, at + 1));
    at = comment.end;
  }
}

function isLast(list: Extract<Node, { type: 'ArrayExpression' }>, item: TextRange, { kind }: TextAnchor): boolean {
  return kind === 'after' && list.elements.at(-1)?.start === item.start;
}

/** Documentation stands above the decorators of what it documents: below them, tools read it as that of nothing. */
function aboveItem(tree: SyntaxTree, item: TextRange, inserted: Inserted): number | Refusal {
  const lineStart = startOfLine(tree.text, item.start);
  const last = inserted === 'decorator' ? tree.comments.findLast(({ end }) => end <= lineStart) : undefined;
  const isAbove = last !== undefined && /^[^\S\r\n]*(?:\r\n?|\n)$/.test(tree.text.slice(last.end, lineStart));
  const isDocumentation = isAbove && last.type === 'Block' && last.value.startsWith('*') && speaksOfNext(last) === null;
  return isDocumentation ? lineStart : aboveComments(tree, item);
}

/** Above the comments that stand right above an item, for they speak of it. */
function aboveComments(tree: SyntaxTree, item: TextRange): number | Refusal {
  const lineStart = startOfLine(tree.text, item.start);
  const start = startWithComments(tree, lineStart, (comment) => !endsRange(comment));
  const offset = Math.min(lineStart, Math.max(start, headEnd(tree, { directives: true })));
  const isParted = leadingComments(tree, item.start).some(
    (comment) => comment.start < offset && speaksOf(tree, comment, item),
  );
  return isParted
    ? refuse('comment-keeps-line', 'A comment further up tells a tool to overlook the code the anchor lies in.')
    : offset;
}

function belowLine({ text, comments }: SyntaxTree, end: number): number | Refusal {
  const offset = lineAfter(text, end);
  const isParted = comments.some(
    (comment) => comment.start >= end && comment.start < offset && speaksOfNextBehind(comment),
  );
  return isParted
    ? refuse('comment-keeps-line', 'A comment behind the anchor tells a tool to overlook what follows it.')
    : offset;
}

/** Whether a part of a statement or element runs only sometimes, or at another time than the whole. */
function isRunApart(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test !== node;
    case 'LogicalExpression':
      return parent.right === node;
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return parent.body === node;
    case 'SwitchCase':
      return parent.test !== node;
    default:
      return false;
  }
}

function isLineItem(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent !== null && (parent.type === 'Program' || LISTS.has(parent.type)) && contains(parent, node);
}
