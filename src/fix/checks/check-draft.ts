import type { Edit } from '../../model/edit.js';
import { contains } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { isNeededByJsx } from '../../semantics/modules/is-needed-unseen.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { findTrap } from '../../traps/index.js';
import { askConditions } from '../conditions/index.js';
import type { SyntaxDraft } from '../draft-syntax.js';
import { losesModule, NO_MODULE_LEFT } from '../imports/loses-module.js';
import { namesOfImportLine } from '../imports/wanted-import.js';
import { checkCaptured } from '../names/check-captured.js';
import { checkUnseenUses } from '../names/check-declared.js';
import { checkHidden } from '../names/check-hidden.js';
import { checkImportClash } from '../names/check-import-clash.js';
import { checkCalledWithin, checkMatchedName, checkOwnName } from '../names/check-matched-name.js';
import { checkMembers } from '../names/check-members.js';
import { checkNames } from '../names/check-names.js';
import { checkOverloads } from '../removal/check-overloads.js';
import { checkExported } from './check-exported.js';
import { checkGrouping } from './check-grouping.js';
import { checkInCode } from './check-in-code.js';
import { checkNamedModules } from './check-named-modules.js';
import { checkOperands } from './check-operands.js';
import { checkRole } from './check-role.js';
import { placesOf } from './edit-places.js';
import { editedRanges } from './edited-ranges.js';
import { verifyEdits } from './verify-edits.js';

/**
 * What every draft is asked, whatever made it: are its names right, does it mean the same.
 * @param after the tree that the edits lead to, as `verifyEdits` gave it
 * @param all every edit between the two trees, where the draft's own are not the only ones
 */
export function checkDraft(
  { task, imports, judged, beside }: SyntaxDraft,
  after: SyntaxTree,
  all: readonly Edit[] = judged,
): Refusal | null {
  return (
    checkModule(task.tree, after, judged, all) ??
    checkNamedModules(task, after, judged, all) ??
    checkExported(task, after, judged) ??
    checkOperands(task.tree, judged) ??
    checkGrouping(task.tree, after, judged, all) ??
    checkNames(task.tree, after, judged, all, {
      code: beside,
      imports: namesOfImportLine(task.instruction.importLine),
      match: task.match,
    }) ??
    checkHidden(task.tree, after, judged, all) ??
    (task.match && checkMatchedName(task.tree, after, task.match, judged, all)) ??
    checkCalledWithin(task, after, judged, all) ??
    checkOwnName(task, after, judged, all) ??
    checkImportsUsed(after, imports.names, judged, all) ??
    (task.match && checkCaptured(task.tree, after, imports.names, all)) ??
    checkInCode(after, judged, all) ??
    askConditions(task) ??
    findTrap({ ...task, before: task.tree, after, places: placesOf(task.tree, after, judged, all) }) ??
    checkRole(task.tree, after, judged, task.instruction.importLine, all) ??
    checkImportClash(after, judged, all) ??
    checkUnseenUses(task.tree, after, judged, all) ??
    checkMembers(task.tree, after, judged, all) ??
    checkOverloads(after, judged, all)
  );
}

/** What several drafts bring about together is not held against each of them: it is asked where they meet. */
function checkModule(
  before: SyntaxTree,
  after: SyntaxTree,
  judged: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  const edited = judged.map(({ range }) => range);
  if (!losesModule(before, after, edited)) return null;
  const own = all.length === judged.length ? after : verifyEdits(before, judged);
  return isRefusal(own) || losesModule(before, own, edited) ? NO_MODULE_LEFT : null;
}

/** An import that nothing uses satisfies a pattern and nothing else. */
function checkImportsUsed(
  after: SyntaxTree,
  names: readonly string[],
  judged: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  if (names.length === 0) return null;
  const others = editedRanges(
    all.filter((edit) => !judged.includes(edit)),
    all,
  );
  const unused = names.find(
    (name) =>
      !isNeededByJsx(after, name) &&
      !nameScopes(after).references.some(
        (each) =>
          each.name === name &&
          each.binding?.scope === after.program &&
          !others.some((range) => contains(range, each.node)),
      ),
  );
  const written = nameScopes(after).references.find(
    ({ name, node, binding }) => names.includes(name) && binding?.scope === after.program && isWritten(after, node),
  );
  if (written) return refuse('name-taken', `"${written.name}" is assigned to, which an imported name cannot be.`);
  return unused === undefined
    ? null
    : refuse('unused-import', `Nothing in this file would use the imported "${unused}".`);
}
