import type { Node } from 'oxc-parser';
import type { Match } from '../../model/fix-site.js';
import type { TextRange } from '../../model/position.js';
import { isRefusal } from '../../model/refusal.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isMeantText } from '../matching/is-meant-text.js';
import { literalSlot } from './value-slot.js';

/**
 * Whether a group of a match is all that a string says, or part of a module's name, and what is to take its place is text
 * as well: `fs` of `from 'fs'` by `node:${name}`.
 * @param written what the template yields
 * @param isValue whether that is an expression, which takes the place of the whole string
 */
export function isTextInString(
  tree: SyntaxTree,
  match: Match,
  group: TextRange,
  { written, isValue }: { readonly written: string; readonly isValue: boolean },
): boolean {
  const literal = tree.lineage(tree.enclosing(group)).find(isStringLike);
  if (!literal || /["'`\\\r\n]|\$\{/.test(written)) return false;
  if (placeAt(tree, literal) !== 'code' || tree.parent(literal)?.type === 'TaggedTemplateExpression') return false;
  const isWhole = group.start === literal.start + 1 && group.end === literal.end - 1;
  const isSlot = isWhole && !isValue && !isRefusal(literalSlot(tree, literal, null));
  return (isSlot || isModuleName(tree, literal)) && isMeantText(literal, group, match);
}

/** `lodash-es` would be a difference, but for the import it stands in. */
function isModuleName(tree: SyntaxTree, literal: Node): boolean {
  const parent = tree.parent(literal);
  if (parent?.type === 'CallExpression') {
    const module = requiredModule(parent);
    return module !== null && textOf(tree, literal).slice(1, -1) === module;
  }
  if (parent?.type === 'TSExternalModuleReference') return true;
  return parent !== null && 'source' in parent && parent.source === literal;
}
