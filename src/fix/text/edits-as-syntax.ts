import { type Edit, isSameEdit } from '../../model/edit.js';
import { isRefusal, type Refusal } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { verifyEdits } from '../checks/verify-edits.js';
import type { FixTask } from '../draft.js';
import { replaceFound } from '../strategies/replace-found.js';
import { siteInScript } from './script-around.js';

/** A change of the code that a text holds. */
export interface SyntaxEdits {
  readonly task: FixTask;
  readonly edits: readonly Edit[];
  readonly after: SyntaxTree;
}

/**
 * Edits that were made of text as those of the code it holds.
 * @param asked by the text
 * @param tree the code, at the offsets it has in the text
 */
export function editsAsSyntax(
  { site, instruction, match }: Omit<FixTask, 'tree'>,
  edits: readonly Edit[],
  tree: SyntaxTree,
): SyntaxEdits | Refusal {
  const task: FixTask = { site: siteInScript(site, tree), instruction, tree, match };
  const made = asReplacedNodes(task, edits);
  const after = verifyEdits(tree, made);
  return isRefusal(after) ? after : { task, edits: made, after };
}

/** The whole replaced nodes, where syntax would make the same edits. */
function asReplacedNodes(task: FixTask, edits: readonly Edit[]): readonly Edit[] {
  const { findReplace } = task.instruction;
  const draft = findReplace ? replaceFound(task, findReplace) : null;
  if (!draft || isRefusal(draft) || draft.edits.length !== edits.length) return edits;
  const isSame = edits.every((edit) => draft.edits.some((each) => isSameEdit(each, edit)));
  return isSame ? (draft.judgedAs ?? edits) : edits;
}
