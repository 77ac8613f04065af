import type { Edit } from '../../model/edit.js';
import type { FixInstruction, FixSite, Match } from '../../model/fix-site.js';
import { isRefusal, type Refusal } from '../../model/refusal.js';
import { verifyEdits } from '../checks/verify-edits.js';
import { draftSyntax } from '../draft-syntax.js';
import { checkDraftOfScript } from './check-script.js';
import { notUnderstood } from './not-understood.js';
import { scriptAround, siteInScript, staysInScript } from './script-around.js';

/**
 * The edits of what only syntax can tell, in a script of a page or component: made and judged as in a file of its own.
 * Null where the instruction names its slot itself, outside scripts, and in one that does not parse.
 */
export function fixScript(site: FixSite, instruction: FixInstruction, match: Match): readonly Edit[] | Refusal | null {
  if (namesSlot(instruction)) return null;
  const script = scriptAround(site.path, site.text, match.range);
  if (!script) return null;
  const { tree } = script;
  const drafted = draftSyntax({ site: siteInScript(site, tree), instruction, tree, match });
  if (isRefusal(drafted)) return drafted;
  const { edits, judged } = drafted;
  if (!staysInScript(script, edits)) {
    return notUnderstood('an import cannot be placed');
  }
  const after = verifyEdits(tree, judged);
  if (isRefusal(after)) return after;
  return checkDraftOfScript(site.text, script, drafted, after) ?? edits;
}

function namesSlot({ strategy, target, findReplace }: FixInstruction): boolean {
  return strategy === 'insert' || findReplace !== null || (strategy === 'replace' && target.kind === 'group');
}
