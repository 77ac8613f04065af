import type { Edit } from '../../model/edit.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from './edited-ranges.js';

/**
 * Whether what the edits write stands in a comment of the file. An import for its effects is missed by no name there,
 * and comments are no syntax, so that nothing else would notice.
 * @param all every edit that led to the tree, where these are not the only ones
 */
export function checkInCode(after: SyntaxTree, edits: readonly Edit[], all: readonly Edit[]): Refusal | null {
  // What takes the place of code stands where that stood.
  const written = editedRanges(edits, all).filter((_, index) => {
    const edit = edits[index];
    return edit && edit.range.start === edit.range.end && edit.text.trim() !== '';
  });
  const isInComment = written.some(({ start }) =>
    after.comments.some((comment) => comment.start < start && start < comment.end),
  );
  return isInComment ? refuse('reachable', 'What is inserted would stand in a comment and do nothing.') : null;
}
