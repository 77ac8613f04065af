import type { TextRange } from '../model/position.js';

/** A comment or a string of a language that is not parsed. Documentation strings count as comments. */
export interface QuietRange extends TextRange {
  readonly kind: 'comment' | 'string';
}

interface Spelling {
  readonly paths: RegExp;
  /** Comments and strings, in the order they are met: what opens one inside another opens nothing. */
  readonly pieces: RegExp;
  /** Those of a text in which no block comment is closed, where one that is not closed is none. */
  readonly piecesWithoutBlocks?: RegExp;
  /** Of these a string is hardly ever just a text: in data it is a value like any other, in a shell it holds code. */
  readonly areStringsCode: boolean;
}

/**
 * What is not closed ends with its line, or with the file where it may hold lines. Where it is nothing then, no escaped
 * quote may open it either: each of a line full of them would be followed to the end of the line.
 */
const SPELLINGS: readonly Spelling[] = [
  {
    paths: /\.(?:go|java|kt|kts|c|cc|cpp|h|hpp|cs|rs|swift|scala|proto)$/i,
    pieces:
      /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|"""[\s\S]*?(?:"""|$)|"(?:\\.|[^"\\\r\n])*"?|'(?:\\[^\r\n']{0,9}.|[^'\\\r\n])'|`[^`]*`/g,
    areStringsCode: false,
  },
  {
    paths: /\.(?:dart|groovy|gradle)$/i,
    pieces:
      /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|("""|''')[\s\S]*?(?:\1|$)|"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?/g,
    areStringsCode: false,
  },
  {
    paths: /\.php$/i,
    pieces:
      /(?<!:)\/\/[^\r\n]*|(?<!\S)#(?!\[)[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?/g,
    areStringsCode: false,
  },
  {
    paths: /\.py$/i,
    pieces: /#[^\r\n]*|("""|''')(?:\\[\s\S]|[^\\])*?(?:\1|$)|"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?/g,
    areStringsCode: false,
  },
  {
    paths: /\.rb$/i,
    pieces:
      /(?<!\S)#[^\r\n]*|(?<![^\r\n])=begin\b[\s\S]*?(?:[\r\n]=end\b[^\r\n]*|$)|"(?:\\.|[^"\\\r\n])*"?|(?<!(?<!\\)(?:\\\\)*\\)'(?:\\.|[^'\\\r\n])*'/g,
    areStringsCode: false,
  },
  {
    paths: /\.(?:sql|lua)$/i,
    pieces: /--\[\[[\s\S]*?(?:\]\]|$)|--[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:''|\\'|[^'\r\n])*'?/g,
    areStringsCode: false,
  },
  {
    paths:
      /\.(?:sh|bash|zsh|ya?ml|toml|ini|conf|cfg|env|pl|r|tf|properties|mk|dockerfile)$|(?:^|\/)(?:dockerfile|makefile)[^/]*$/i,
    pieces: /(?<!\S)#[^\r\n]*|(?<!(?<!\\)(?:\\\\)*\\)"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'/g,
    areStringsCode: true,
  },
  {
    paths: /\.(?:scss|less|css)$/i,
    pieces:
      /\/\*[\s\S]*?(?:\*\/|$)|(?<!\S)\/\/[^\r\n]*|(?<!(?<!\\)(?:\\\\)*\\)(?:"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*')/g,
    areStringsCode: true,
  },
  {
    // Scripts and styles may stand in them, and prose: only what stands apart from other text opens their comments.
    paths: /\.(?:html?|vue|svelte)$/i,
    pieces: /<!--[\s\S]*?(?:-->|$)|(?<!\S)\/\*[\s\S]*?(?:\*\/|$)|(?<![^\r\n])[^\S\r\n]*\/\/[^\r\n]*/g,
    piecesWithoutBlocks: /<!--[\s\S]*?(?:-->|$)|(?<![^\r\n])[^\S\r\n]*\/\/[^\r\n]*/g,
    areStringsCode: true,
  },
  { paths: /\.(?:xml|svg|md|mdx)$/i, pieces: /<!--[\s\S]*?(?:-->|$)/g, areStringsCode: true },
];

/** The text last asked about: the fixes of a file ask for the same again and again. */
let known: { readonly path: string; readonly text: string; readonly ranges: readonly QuietRange[] } | null = null;

/** Where the comments and strings of a text stand, in order; none where the language is not known. */
export function quietRanges(path: string, text: string): readonly QuietRange[] {
  if (known?.path !== path || known.text !== text) known = { path, text, ranges: readRanges(path, text) };
  return known.ranges;
}

function readRanges(path: string, text: string): readonly QuietRange[] {
  const spelling = SPELLINGS.find(({ paths }) => paths.test(path));
  if (!spelling) return [];
  const ranges: QuietRange[] = [];
  for (const { start, piece } of piecesOf(text, spelling)) {
    const kind = /^["'`]/.test(piece) && !isDocumentation(text, start, piece) ? 'string' : 'comment';
    if (kind === 'comment' || !spelling.areStringsCode) ranges.push({ kind, start, end: start + piece.length });
  }
  return ranges;
}

function* piecesOf(
  text: string,
  { pieces, piecesWithoutBlocks }: Spelling,
): Generator<{ readonly start: number; readonly piece: string }> {
  for (const { index: start, 0: piece } of text.matchAll(pieces)) {
    if (piecesWithoutBlocks && piece.startsWith('/*') && !/^\/\*[\s\S]*\*\/$/.test(piece)) {
      // Nothing behind it closes a block: what would open another is not followed to the end of the text as well.
      const rest = new RegExp(piecesWithoutBlocks);
      rest.lastIndex = start;
      for (const { index, 0: each } of text.matchAll(rest)) yield { start: index, piece: each };
      return;
    }
    yield { start, piece };
  }
}

/** A string of several lines that begins a line of its own is nobody's value. */
function isDocumentation(text: string, start: number, piece: string): boolean {
  return (
    /^(?:"""|''')/.test(piece) && /(?:^|[\r\n])[^\S\r\n]*[a-z]{0,2}$/i.test(text.slice(Math.max(0, start - 200), start))
  );
}
