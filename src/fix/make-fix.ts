/**
 * A violation and an instruction to edits, or to the name of the condition under which the edits would
 * not be right. Pure: text in, edits out. It reads no file and does not decide whether a fix is wanted;
 * what it cannot prove about a place it refuses.
 */
import { inOrder } from '../model/edit.js';
import type { FixAnswer, FixInstruction, FixSite } from '../model/fix-site.js';
import { isRefusal } from '../model/refusal.js';
import { checkDraft } from './checks/check-draft.js';
import { verifyEdits } from './checks/verify-edits.js';
import { draftFix } from './draft-fix.js';

/** @returns a fix whose edits are sound at this site, or the condition that failed and why */
export function makeFix(site: FixSite, instruction: FixInstruction): FixAnswer {
  const drafted = draftFix(site, instruction);
  if (isRefusal(drafted)) return drafted;
  if (drafted.kind === 'syntax') {
    const after = verifyEdits(drafted.task.tree, drafted.judged);
    const refusal = isRefusal(after) ? after : checkDraft(drafted, after);
    if (refusal) return refusal;
  }
  return { kind: 'fix', fix: { edits: inOrder(drafted.edits), applicability: instruction.safety } };
}
