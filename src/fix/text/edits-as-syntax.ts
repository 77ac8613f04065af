import { type Edit, isSameEdit } from '../../model/edit.js';
import type { FixTask } from '../draft.js';
import { isRefusal } from '../refusal.js';
import { replaceFound } from '../strategies/replace-found.js';

/** Edits made of text as the whole replaced nodes, where syntax would make the same ones. */
export function editsAsSyntax(task: FixTask, edits: readonly Edit[]): readonly Edit[] {
  const { findReplace } = task.instruction;
  const draft = findReplace ? replaceFound(task, findReplace) : null;
  if (!draft || isRefusal(draft) || draft.edits.length !== edits.length) return edits;
  const isSame = edits.every((edit) => draft.edits.some((each) => isSameEdit(each, edit)));
  return isSame ? (draft.judgedAs ?? edits) : edits;
}
