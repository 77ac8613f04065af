import type { Edit } from '../../model/edit.js';
import type { FixSite } from '../../model/fix-site.js';
import { contains, type TextRange } from '../../model/position.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** The scripts of a page or component as syntax: all else of its text is blank, so that every offset is one of the file. */
export interface Script {
  readonly tree: SyntaxTree;
  readonly ranges: readonly TextRange[];
  /** Whether it runs as it stands, as any script of a page; no build reads it. */
  readonly isOfPage: boolean;
}

/** One angle bracket may stand inside another: `generic="T extends List<T>"`. */
const SCRIPT = /(?<tag><script\b[^<>]*(?:<[^<>]*>[^<>]*)?>)(?<body>[\s\S]*?)(?:<\/script>|$)/gi;

/** What is no program to the browser: templates, JSON, import maps. */
const HOLDS_DATA =
  /\stype\s*=\s*["']?(?!module\b|ts\b|(?:text|application)\/(?:x-)?(?:java|ecma|type|live)?script\b|text\/(?:babel|jsx)\b)[\w/]/i;

/** Pages, and components that are written like one. */
export function isPage(path: string): boolean {
  return /\.(?:vue|svelte|html?)$/i.test(path);
}

/** Whether an offset of a page lies in a script or a style. */
export function holdsCode(text: string, offset: number): boolean {
  const styles = [...text.matchAll(/<style\b[^<>]*>[\s\S]*?(?:<\/style>|$)/gi)];
  return (
    scriptsOf(text).some(({ range }) => range.start <= offset && offset <= range.end) ||
    styles.some(({ index, 0: style }) => index < offset && offset < index + style.length)
  );
}

/** The script that holds a range, together with the others of its component; null outside scripts, and where none parses. */
export function scriptAround(path: string, text: string, range: TextRange): Script | null {
  if (!isPage(path)) return null;
  const scripts = scriptsOf(text).filter(({ tag }) => !HOLDS_DATA.test(tag));
  const own = scripts.find((each) => contains(each.range, range));
  if (!own) return null;
  // The two scripts of a component are one module; those of a page may each be one.
  const isOfPage = (piece: Piece): boolean => /\.html?$/i.test(path) || isInHead(text, piece);
  if (isOfPage(own)) return asSyntax(path, text, [own], true);
  const together = scripts.filter((each) => !isOfPage(each));
  return asSyntax(path, text, together, false) ?? asSyntax(path, text, [own], false);
}

/** `<svelte:head><script>` */
function isInHead(text: string, { range }: Piece): boolean {
  const before = text.slice(0, range.start);
  return before.lastIndexOf('<svelte:head') > before.lastIndexOf('</svelte:head');
}

/** A site as one of the script that holds it: the compiler's own configuration knows nothing of these files. */
export function siteInScript({ types: _, ...untyped }: FixSite, { path, text }: SyntaxTree): FixSite {
  return { ...untyped, path, text };
}

/** Whether edits of a page stay inside of its scripts. */
export function staysInScript({ ranges }: Script, edits: readonly Edit[]): boolean {
  return edits.every(({ range }) => ranges.some((each) => contains(each, range)));
}

/** A script, with its opening tag and the range between the tags. */
interface Piece {
  readonly tag: string;
  readonly range: TextRange;
}

export function scriptsOf(text: string): readonly Piece[] {
  return [...text.matchAll(SCRIPT)].map(({ index, groups }) => {
    const start = index + (groups?.tag?.length ?? 0);
    return { tag: groups?.tag ?? '', range: { start, end: start + (groups?.body?.length ?? 0) } };
  });
}

function asSyntax(path: string, text: string, pieces: readonly Piece[], isOfPage: boolean): Script | null {
  const ranges = pieces.map(({ range }) => range);
  const alone = blankOutside(text, ranges);
  for (const extension of extensionsFor(pieces, isOfPage)) {
    const tree = parseSyntax(`${path}.${extension}`, alone);
    if (tree?.parsed) return { tree, ranges, isOfPage };
  }
  return null;
}

/** In the order they are tried: what is not said to be TypeScript may be it all the same. */
function extensionsFor(pieces: readonly Piece[], isOfPage: boolean): readonly string[] {
  const tags = pieces.map(({ tag }) => tag).join(' ');
  if (isOfPage) return /\btype\s*=\s*["']?module\b/i.test(tags) ? ['mjs', 'mts'] : ['js', 'ts'];
  if (/\blang\s*=\s*["']?(?!(?:[jt]sx?|typescript|javascript)\b)\w/i.test(tags)) return [];
  if (/\blang\s*=\s*["']?tsx/i.test(tags)) return ['tsx'];
  return /\blang\s*=\s*["']?(?:ts|typescript)\b/i.test(tags) ? ['mts'] : ['mjs', 'mts'];
}

/** A text with blanks for all but some ranges, so that these keep their offsets and lines. */
export function blankOutside(text: string, ranges: readonly TextRange[]): string {
  let blank = '';
  let at = 0;
  for (const { start, end } of ranges) {
    blank += text.slice(at, start).replace(/[^\r\n]/g, ' ') + text.slice(start, end);
    at = end;
  }
  return blank + text.slice(at).replace(/[^\r\n]/g, ' ');
}
