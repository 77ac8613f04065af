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
  const tree = parseSyntax(path, text);
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

/** The text last asked about: the checks of a file ask for the same again and again. */
let known: { readonly path: string; readonly text: string; readonly placeOf: LexicalPlaces } | null = null;

function lexicalPlace(path: string, text: string, offset: number): LexicalPlace | null {
  if (known?.path !== path || known.text !== text) {
    const language = languageOf(readablePath(path, text));
    known = { path, text, placeOf: language === null ? () => 'code' : lexicalPlaces(text, language) };
  }
  return known.placeOf(offset);
}
