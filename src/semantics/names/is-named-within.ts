import { contains, type TextRange } from '../../model/position.js';
import { nameRange } from '../../syntax/name-range.js';
import type { Binding } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether the name that a binding declares stands in one of some ranges, whatever type stands behind it. */
export function isNamedWithin(
  { text }: SyntaxTree,
  ranges: readonly TextRange[],
  { identifier }: Pick<Binding, 'identifier'>,
): boolean {
  const name = nameRange(text, identifier);
  return ranges.some((range) => contains(range, name));
}
