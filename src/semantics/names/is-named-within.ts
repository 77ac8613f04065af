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
  // To look for the name in its text takes longer, and nearly all stand elsewhere.
  const near = ranges.filter((range) => range.start <= identifier.end && identifier.start <= range.end);
  if (near.length === 0) return false;
  const name = nameRange(text, identifier);
  return near.some((range) => contains(range, name));
}
