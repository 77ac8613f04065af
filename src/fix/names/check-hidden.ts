import { type Edit, mapOffset } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isNamedWithin } from '../../semantics/names/is-named-within.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';
import { bindsNames } from './check-declared.js';

/**
 * Why edits may not declare what they do, or null: code that stays uses the name for something of this file, and would
 * mean the new one, as in a function that calls `started()` and is given a `const started` of its own.
 * @param all every edit between the two trees
 */
export function checkHidden(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  const ranges = editedRanges(edits, all);
  if (!bindsNames(after, ranges)) return null;
  const replaced = edits.map(({ range }) => range);
  const declared = nameScopes(after).bindings.filter((each) => isNamedWithin(after, ranges, each));
  const hidden = declared.find(({ name, declaration }) =>
    nameScopes(before)
      .named(name)
      .references.some(({ node, binding }) => {
        const isElsewhere =
          binding !== null &&
          !isNamedWithin(before, replaced, binding) &&
          !replaced.some((range) => contains(range, node));
        if (!isElsewhere) return false;
        const start = mapOffset(node.start, all);
        const now = nameScopes(after)
          .named(name)
          .references.find((each) => each.node.start === start);
        return now?.binding?.declaration === declaration;
      }),
  );
  return hidden === undefined
    ? null
    : refuse('name-shadowed', `Code beside it uses "${hidden.name}" for something else of this file.`);
}
