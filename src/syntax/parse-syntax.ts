/**
 * Text of JavaScript and TypeScript (with JSX) to syntax. It answers what stands where; it reads no
 * file, keeps no state beyond the last few parses, and knows nothing of rules or fixes.
 */
import type { ParseResult } from 'oxc-parser';
import { type Language, languageOf, readablePath } from './language-of.js';
import { loadParser, type Parser } from './load-parser.js';
import { makeSyntaxTree, type SyntaxTree } from './syntax-tree.js';

// Gates and strategies ask for the same texts in turn: the old one, the new one, the old one again. A tree takes some
// fifty times the memory of its text, so that there are fewer of large ones.
const REMEMBERED = { trees: 8, characters: 2_000_000 };
const LEAST = 2;
const recent: SyntaxTree[] = [];

/** The syntax of a text, or null where its language is not one it understands. Never throws on bad text. */
export function parseSyntax(name: string, text: string): SyntaxTree | null {
  const path = readablePath(name, text);
  const language = languageOf(path);
  if (!language) return null;
  const known = recent.findIndex((tree) => tree.path === path && tree.text === text);
  const tree = recent.splice(known, known < 0 ? 0 : 1)[0] ?? parse(path, text, language);
  recent.unshift(tree);
  forget();
  return tree;
}

function forget(): void {
  recent.length = Math.min(recent.length, REMEMBERED.trees);
  let characters = 0;
  const beyond = recent.findIndex(({ text }, index) => {
    characters += text.length;
    return index >= LEAST && characters > REMEMBERED.characters;
  });
  if (beyond >= 0) recent.length = beyond;
}

function parse(path: string, text: string, language: Language): SyntaxTree {
  const parser = loadParser();
  const result = firstClean(parser, path, text, language);
  return makeSyntaxTree(
    {
      path,
      text,
      source: result,
      errors: result.errors.map(({ message, labels }) => ({ message, places: labels.map(({ start }) => start) })),
      declarationOnly: language.lang === 'dts',
    },
    parser.visitorKeys,
  );
}

/** The first reading without an error, else the first reading that gave a tree, else the first. */
function firstClean(parser: Parser, path: string, text: string, language: Language): ParseResult {
  let fallback: ParseResult | null = null;
  for (const sourceType of language.sourceTypes) {
    const result = parser.parseSync(path, text, {
      lang: language.lang,
      sourceType,
      // One shape of tree for all languages.
      astType: 'ts',
      showSemanticErrors: true,
    });
    if (result.errors.length === 0) return result;
    if (!fallback || (fallback.program.body.length === 0 && result.program.body.length > 0)) fallback = result;
  }
  if (!fallback) throw new Error(`no source type to read ${path} as`);
  return fallback;
}
