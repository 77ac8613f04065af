import type { Node } from 'oxc-parser';
import type { RequiredPatternCheck } from '../../model/contract.js';
import { contains, startOfLine, type TextRange } from '../../model/position.js';
import { isNeededByJsx } from '../../semantics/modules/is-needed-unseen.js';
import { commentOpener } from '../../syntax/comment-opener.js';
import { readablePath } from '../../syntax/language-of.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Part, Trial } from '../gates/gate.js';

/** A required pattern that stands only where it does nothing: a comment, dead code, a name nobody uses. */
export function satisfiesInVain({ parts, path, after }: Trial): string | null {
  for (const part of parts) {
    const caught = standsInVain(part, path, after);
    if (caught !== null) return caught;
  }
  return null;
}

function standsInVain({ site, candidate }: Part, path: string, after: string): string | null {
  const { check } = site.members[0];
  if (check.kind !== 'required-pattern') return null;
  if (candidate.source === 'auto_fix' && asksForComment(check, readablePath(path, after))) return null;
  const matches = [...after.matchAll(check.pattern.regex)].map(({ index, 0: found }) => ({
    start: index + (found.length - found.trimStart().length),
    end: index + found.length,
  }));
  const tree = parseSyntax(path, after);
  const reasons = matches.map((range) =>
    tree ? whyIdle(tree, behindComments(tree, range)) : whyComment(path, after, range),
  );
  const [first] = reasons;
  return first === undefined || reasons.includes(null) ? null : `What the rule requires stands only ${first}.`;
}

/**
 * A licence header is a comment because its owner wrote it as one: the contract's own text, as it stands there, is what
 * the rule asks for. Code that the text comments out is not: it would run nowhere.
 */
function asksForComment({ autoFix, pattern }: RequiredPatternCheck, path: string): boolean {
  const text = autoFix?.strategy === 'insert' ? autoFix.text : null;
  if (text === null) return false;
  const [match] = text.matchAll(pattern.regex);
  if (match === undefined) return false;
  const range = { start: match.index, end: match.index + match[0].length };
  const tree = parseSyntax(path, text);
  if (tree === null) return whyComment(path, text, range) !== null;
  // `#!/usr/bin/env node` is for the system that starts the file.
  if (tree.program.hashbang && contains(tree.program.hashbang, range)) return true;
  const comment = tree.comments.find((each) => contains(each, range));
  return comment !== undefined && !isCommentedOut(path, comment.value);
}

function isCommentedOut(path: string, comment: string): boolean {
  const tree = parseSyntax(path, comment.replace(/^[ \t]*\*+/gm, ''));
  return tree !== null && tree.errors.length === 0 && tree.program.body.some((each) => !isWord(each));
}

/** `generated` and `License: MIT` are prose as well as they are code. */
function isWord(node: Node): boolean {
  if (node.type === 'LabeledStatement') return isWord(node.body);
  return node.type === 'ExpressionStatement' && (node.expression.type === 'Identifier' || node.directive !== null);
}

/** A pattern that begins with the comments at the top of a file asks for what stands below them. */
function behindComments({ text, program, comments }: SyntaxTree, range: TextRange): TextRange {
  const spans = program.hashbang ? [program.hashbang, ...comments] : comments;
  let { start } = range;
  for (const span of spans) {
    if (span.start < start || span.end >= range.end || text.slice(start, span.start).trim() !== '') continue;
    start = span.end;
  }
  const rest = text.slice(start, range.end);
  return rest.trim() === '' ? range : { start: start + (rest.length - rest.trimStart().length), end: range.end };
}

function whyIdle(tree: SyntaxTree, range: TextRange): string | null {
  const place = placeAt(tree, range);
  if (place === 'comment') return 'in a comment';
  // `'use client'` is heard by those who read directives; any other string at that place is heard by nobody.
  if (place === 'directive') {
    return DIRECTIVE.test(tree.text.slice(range.start, range.end)) ? null : 'in a string that does nothing';
  }
  const [innermost, ...around] = tree.lineage(tree.enclosing(range));
  let below = innermost;
  for (const node of [innermost, ...around]) {
    if (node === undefined || below === undefined) continue;
    if (node.type === 'ExpressionStatement' && isInert(node.expression)) return 'in a statement that does nothing';
    if (isUnused(tree, node)) return 'in a declaration that nothing uses';
    if (neverRuns(tree, node, below)) return 'in code that never runs';
    below = node;
  }
  return null;
}

const DIRECTIVE = /^["']?use [a-z]+(?: [a-z]+)*["']?;?$/;

/** Markup that is handed to nobody is never rendered. */
const INERT: ReadonlySet<string> = new Set(['Literal', 'TemplateLiteral', 'Identifier', 'JSXElement', 'JSXFragment']);

function isInert(node: Node): boolean {
  return INERT.has(node.type);
}

/** An import or a declaration whose names are neither used nor exported. */
function isUnused(tree: SyntaxTree, node: Node): boolean {
  const isDeclaration =
    node.type === 'ImportDeclaration' ||
    node.type === 'VariableDeclaration' ||
    node.type === 'FunctionDeclaration' ||
    node.type === 'ClassDeclaration';
  if (!isDeclaration) return false;
  const parent = tree.parent(node);
  if (parent?.type === 'ExportNamedDeclaration' || parent?.type === 'ExportDefaultDeclaration') return false;
  const { bindings, references } = nameScopes(tree);
  const own = bindings.filter(({ identifier }) => node.start <= identifier.start && identifier.end <= node.end);
  const named = own.filter(({ declaration }) => {
    return declaration === node || tree.parent(declaration) === node;
  });
  if (named.length === 0 || named.some(({ name }) => isNeededByJsx(tree, name))) return false;
  return !references.some(({ binding, node: use }) => {
    const isOutside = use.end <= node.start || node.end <= use.start;
    return isOutside && binding !== null && named.includes(binding);
  });
}

function neverRuns(tree: SyntaxTree, node: Node, below: Node): boolean {
  switch (node.type) {
    case 'BlockStatement':
    case 'Program': {
      for (const statement of node.body) {
        if (statement === below) return false;
        if (leavesBlock(tree, statement)) return true;
      }
      return false;
    }
    case 'IfStatement':
      return node.consequent === below && isFalse(node.test);
    case 'WhileStatement':
      return node.body === below && isFalse(node.test);
    case 'LogicalExpression':
      return node.right === below && node.operator === '&&' && isFalse(node.left);
    default:
      return false;
  }
}

function isFalse(node: Node): boolean {
  return node.type === 'Literal' && (node.value === false || node.value === 0 || node.value === null);
}

function whyComment(path: string, text: string, range: TextRange): string | null {
  const lineStart = startOfLine(text, range.start);
  const before = text.slice(lineStart, range.end);
  const opener = commentOpener(path);
  const at = opener === null ? -1 : before.search(opener);
  return at !== -1 && lineStart + at <= range.start ? 'in a comment' : null;
}
