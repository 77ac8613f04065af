import type { Edit } from '../../model/edit.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isNamedWithin } from '../../semantics/names/is-named-within.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';

/**
 * Whether what edits declare is imported as well, or the other way round. In TypeScript the parser lets it pass, for
 * one of both might be a type.
 * @param all every edit that led to the tree, where these are not the only ones
 */
export function checkImportClash(
  after: SyntaxTree,
  edits: readonly Edit[],
  all: readonly Edit[] = edits,
): Refusal | null {
  const declares = edits.some(({ text }) =>
    /\b(?:import|export|const|let|var|function|class|enum|type|interface)\b/.test(text),
  );
  if (!declares) return null;
  const ranges = editedRanges(edits, all);
  const scopes = nameScopes(after);
  const twice = scopes.bindings.find((each) => {
    if (each.scope !== after.program || !isNamedWithin(after, ranges, each)) return false;
    const others = scopes.named(each.name).bindings.filter((other) => other !== each && other.scope === each.scope);
    return others.some(({ kind }) => kind === 'import' || each.kind === 'import');
  });
  return twice ? refuse('name-taken', `"${twice.name}" is imported in this file and declared in it as well.`) : null;
}
