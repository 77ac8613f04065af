/**
 * Text of JavaScript and TypeScript (with JSX) to syntax. It answers what stands where; it reads no
 * file, keeps no state beyond the last few parses, and knows nothing of rules or fixes.
 */
import type { Comment, ParseResult } from 'oxc-parser';
import type { Edit } from '../model/edit.js';
import { type Language, languageOf } from './language-of.js';
import { loadParser, type Parser } from './load-parser.js';
import { type PartlyRead, readAround } from './read-around.js';
import { makeSyntaxTree, type SyntaxProblem, type SyntaxSource, type SyntaxTree } from './syntax-tree.js';
import { untouchedStatements } from './untouched-statements.js';

// Gates and strategies ask for the same texts in turn: the old one, the new one, the old one again.
const REMEMBERED = 8;
const recent: SyntaxTree[] = [];

/** The syntax of a text, or null where the path's language is not one it understands. Never throws on bad text. */
export function parseSyntax(path: string, text: string): SyntaxTree | null {
  const language = languageOf(path);
  if (!language) return null;
  const known = recent.findIndex((tree) => tree.path === path && tree.text === text);
  const tree = recent.splice(known, known < 0 ? 0 : 1)[0] ?? parse(path, text, language);
  remember(tree);
  return tree;
}

function remember(tree: SyntaxTree): void {
  recent.unshift(tree);
  recent.length = Math.min(recent.length, REMEMBERED);
}

/**
 * The syntax of the text that edits make of a parsed one: the same that `parseSyntax` gives, with which it shares what
 * is remembered. What the edits leave as it is costs no nodes until somebody asks for them.
 */
export function parseEdited(before: SyntaxTree, text: string, edits: readonly Edit[]): SyntaxTree {
  const { path } = before;
  const language = languageOf(path);
  const isKnown = recent.some((tree) => tree.path === path && tree.text === text);
  const source = isKnown || language === null ? null : readEdited(before, text, edits, language);
  if (language !== null && source !== null) remember(treeOf(path, text, source, [], language));
  const tree = parseSyntax(path, text);
  if (tree === null) throw new Error(`${path} was parsed before and is not now`);
  return tree;
}

/** Null where the text is not sound as its file is first read. */
function readEdited(
  before: SyntaxTree,
  text: string,
  edits: readonly Edit[],
  { lang, sourceTypes: [sourceType] }: Language,
): SyntaxSource | null {
  const { parseWritten, visitorKeys } = loadParser();
  const result = parseWritten(before.path, text, { ...SHAPE, lang, sourceType });
  const json = result.errors.length === 0 ? result.program : null;
  if (typeof json !== 'string') return null;
  let read: PartlyRead | null = null;
  const all = (): PartlyRead => {
    read ??= readAround(json, untouchedStatements(before, edits), visitorKeys);
    return read;
  };
  let comments: readonly Comment[] | null = null;
  return {
    get program() {
      return all().program;
    },
    get unread() {
      return all().unread;
    },
    get comments() {
      comments ??= result.comments;
      return comments;
    },
  };
}

function parse(path: string, text: string, language: Language): SyntaxTree {
  const result = firstClean(loadParser(), path, text, language);
  const errors = result.errors.map(({ message, labels }) => ({ message, start: labels[0]?.start ?? null }));
  return treeOf(path, text, result, errors, language);
}

function treeOf(
  path: string,
  text: string,
  source: SyntaxSource,
  errors: readonly SyntaxProblem[],
  { lang }: Language,
): SyntaxTree {
  return makeSyntaxTree({ path, text, source, errors, declarationOnly: lang === 'dts' }, loadParser().visitorKeys);
}

/** One shape of tree for all languages. */
const SHAPE = { astType: 'ts', showSemanticErrors: true } as const;

/** The first reading without an error, else the first reading that gave a tree, else the first. */
function firstClean(parser: Parser, path: string, text: string, language: Language): ParseResult {
  let fallback: ParseResult | null = null;
  for (const sourceType of language.sourceTypes) {
    const result = parser.parseSync(path, text, { ...SHAPE, lang: language.lang, sourceType });
    if (result.errors.length === 0) return result;
    if (!fallback || (fallback.program.body.length === 0 && result.program.body.length > 0)) fallback = result;
  }
  if (!fallback) throw new Error(`no source type to read ${path} as`);
  return fallback;
}
