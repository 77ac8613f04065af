import type { TextRange } from '../../model/position.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** `'http://`: a match that begins with the quote of a string is about that string, whose beginning it names. */
export function beginsString(tree: SyntaxTree, match: TextRange): boolean {
  const lineage = tree.lineage(tree.enclosing({ start: match.start, end: match.start + 1 }));
  const text = lineage.find(isStringLike);
  if (text?.start !== match.start || tree.parent(text)?.type === 'TaggedTemplateExpression') return false;
  return placeAt(tree, text) === 'code';
}
