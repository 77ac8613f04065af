import { once } from '../model/once.js';
import { languageOf, readablePath } from './language-of.js';
import { type LexicalPlace, type LexicalPlaces, lexicalPlaces } from './lexical-places.js';
import { parseSyntax } from './parse-syntax.js';
import { placeAt } from './place-at.js';
import type { SyntaxTree } from './syntax-tree.js';

/**
 * Whether an offset stands in code: not inside a comment, string, template text, JSX text or regex
 * literal. The quote that opens a string is code, as the string itself is an expression. A text that
 * is in another language or does not parse is taken for code throughout: a match nobody could place
 * must not be dropped.
 */
export function isCode(path: string, text: string, offset: number): boolean {
  const lexical = lexicalPlace(path, text, offset);
  if (lexical === 'code') return true;
  const tree = readingOf(path, text).tree();
  if (tree === null) return true;
  // Whether there are errors is known before any node is made of what was parsed, which takes most of the time.
  if (lexical === 'quiet' && tree.errors.length === 0) return false;
  return isCodeIn(tree, offset);
}

/** What can be said without parsing, and broken off at any time. */
isCode.lexicalPlace = lexicalPlace;

/** The same by the syntax of the text alone. */
export function isCodeIn(tree: SyntaxTree, offset: number): boolean {
  if (!tree.parsed) return true;
  const node = tree.enclosing({ start: offset, end: offset + 1 });
  const quoted = node.type === 'TemplateElement' ? tree.parent(node) : node;
  if (quoted?.start === offset && (quoted.type === 'Literal' || quoted.type === 'TemplateLiteral')) return true;
  switch (placeAt(tree, { start: offset, end: offset + 1 })) {
    case 'code':
    case 'type':
    case 'decorator':
      return true;
    default:
      return false;
  }
}

function lexicalPlace(path: string, text: string, offset: number): LexicalPlace | null {
  return readingOf(path, text).placeOf(offset);
}

interface Reading {
  readonly path: string;
  readonly text: string;
  readonly placeOf: LexicalPlaces;
  readonly tree: () => SyntaxTree | null;
}

/** Of the text last asked about: the checks of a file ask for the same again and again. */
let last: Reading | null = null;

function readingOf(path: string, text: string): Reading {
  if (last?.path !== path || last.text !== text) {
    const language = languageOf(readablePath(path, text));
    const placeOf: LexicalPlaces = language === null ? () => 'code' : lexicalPlaces(text, language);
    last = { path, text, placeOf, tree: once(() => parseSyntax(path, text)) };
  }
  return last;
}
