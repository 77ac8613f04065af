import type { Edit } from '../../model/edit.js';
import type { FixSite } from '../../model/fix-site.js';
import { contains, type TextRange } from '../../model/position.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { blankOutside, holdsCode, scriptsOf } from './script-around.js';

export type Component = Pick<FixSite, 'path' | 'text'>;

const EXPRESSION =
  /(?<![\w-])(?:v-(?!for\b|slot\b)[\w:.-]+|[:@][\w:.[\]-]+)\s*=\s*(?<quoted>"[^"]*"|'[^']*')|\{(?<shown>\{[\s\S]*?\})\}/g;

/** What stands in braces that hold no others, without the word that tells what to do with it. */
const SVELTE_EXPRESSION = /\{(?:\s*(?:@(?:html|render)|#(?:if|key)|:else if)\s)?(?<shown>[^{}]*)\}/g;

/** `onclick="save()"` */
const HANDLER = /(?<=\s)on[a-z]+\s*=\s*(?<quoted>"[^"]*"|'[^']*')/gi;

/** The code in the markup of a page or component; in front of it and behind it is one character at least. */
export function codeInMarkup({ path, text }: Component): readonly TextRange[] {
  if (/\.svelte$/i.test(path)) {
    return [...text.matchAll(SVELTE_EXPRESSION)].flatMap(({ index, 0: whole, groups }) => {
      const end = index + whole.length - 1;
      return holdsCode(text, index) ? [] : [{ start: end - (groups?.shown?.length ?? 0), end }];
    });
  }
  const found = /\.html?$/i.test(path) ? HANDLER : EXPRESSION;
  return [...text.matchAll(found)].map(({ index, 0: whole, groups }) => {
    const code = groups?.quoted ?? groups?.shown ?? '';
    const start = index + whole.lastIndexOf(code);
    return { start: start + 1, end: start + code.length - 1 };
  });
}

/** All of the text blank but the code that holds the edits, in brackets where its quotes were. */
export function expressionAround(site: FixSite, edits: readonly Edit[]): SyntaxTree | null {
  const { path, text } = site;
  const extension = scriptsOf(text).some(({ tag }) => /\blang\s*=\s*["']?ts/i.test(tag)) ? 'mts' : 'mjs';
  for (const inside of codeInMarkup(site)) {
    if (!edits.every(({ range }) => contains(inside, range))) continue;
    const blank = blankOutside(text, [inside]);
    for (const [open, close] of ['()', '{}']) {
      const alone =
        blank.slice(0, inside.start - 1) +
        open +
        text.slice(inside.start, inside.end) +
        close +
        blank.slice(inside.end + 1);
      const tree = parseSyntax(`${path}.${extension}`, alone);
      if (tree?.parsed && tree.errors.length === 0) return tree;
    }
  }
  return null;
}
