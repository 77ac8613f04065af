import type { Match } from '../../model/fix-site.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** `'http://`: a match that begins with the quote of a string is about that string, whose beginning it names. */
export function beginsString(tree: SyntaxTree, { range, regex }: Match): boolean {
  const lineage = tree.lineage(tree.enclosing({ start: range.start, end: range.start + 1 }));
  const text = lineage.find(isStringLike);
  if (text?.start !== range.start || tree.parent(text)?.type === 'TaggedTemplateExpression') return false;
  return namesQuote(regex) && placeAt(tree, text) === 'code';
}

/** Whether a regex speaks of quotes. `[^=]==` does not, and meets the one of `'== 1.0'` by chance. */
export function namesQuote({ source }: RegExp): boolean {
  return /["'`]|\\x(?:22|27|60)|\\u00(?:22|27|60)/i.test(source.replace(/\[\^(?:\\.|[^\]\\])*\]/g, ''));
}
