import type { Edit } from '../../model/edit.js';
import type { FixInstruction, FixSite, Match } from '../../model/fix-site.js';
import { ownNameRegex } from '../../model/name-regex.js';
import { isRefusal, type Refusal } from '../../model/refusal.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { isCallee } from '../../syntax/is-callee.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { findTrap } from '../../traps/index.js';
import { checkDraft } from '../checks/check-draft.js';
import { placesOf } from '../checks/edit-places.js';
import { verifyEdits } from '../checks/verify-edits.js';
import type { SyntaxDraft } from '../draft-syntax.js';
import { checkMarkup, markupOf } from './check-markup.js';
import { checkSetup } from './check-setup.js';
import { editsAsSyntax } from './edits-as-syntax.js';
import { type Script, scriptAround, staysInScript } from './script-around.js';
import { withMarkup } from './with-markup.js';

/**
 * What speaks against edits of a script in a page or component. They are made of text, and judged as those of a script in
 * a file of its own; null as well where the place is no script, or none that parses.
 */
export function checkScript(
  site: FixSite,
  instruction: FixInstruction,
  match: Match,
  edits: readonly Edit[],
): Refusal | null {
  const script = instruction.strategy === 'replace' ? scriptAround(site.path, site.text, match.range) : null;
  if (!script || !staysInScript(script, edits)) return null;
  const made = editsAsSyntax({ site, instruction, match }, edits, script.tree);
  if (isRefusal(made)) return made;
  const drafted = { ...made, imports: { edits: [], names: [] }, judged: made.edits, beside: null };
  return checkDraftOfScript(site.text, script, drafted, made.after);
}

/** What speaks against a draft of a script: as of one in a file of its own, and what the markup around it reads. */
export function checkDraftOfScript(
  text: string,
  script: Script,
  drafted: SyntaxDraft,
  after: SyntaxTree,
): Refusal | null {
  const refusal = checkDraft(drafted, after);
  if (refusal && !(refusal.condition === 'name-unbound' && mayBeGiven(text, script, after))) return refusal;
  return (
    checkSetup(script.tree, after, script.isOfPage) ??
    checkMarkup(text, script, after, drafted.judged) ??
    checkUsesInMarkup(text, script, drafted)
  );
}

/** The traps once more, with what the markup compares, calls and takes apart: a script alone tells nothing of it. */
function checkUsesInMarkup(text: string, script: Script, { task, judged }: SyntaxDraft): Refusal | null {
  const before = script.isOfPage ? null : withMarkup(script.tree, markupOf(text, script));
  const after = before && verifyEdits(before, judged);
  if (!before || !after || isRefusal(after)) return null;
  return findTrap({ ...task, before, after, places: placesOf(before, after, judged, judged) });
}

/** Whether names that nothing declares may come from elsewhere: of a page, from other scripts, and then it reads them already. */
function mayBeGiven(text: string, { tree, isOfPage }: Script, after: SyntaxTree): boolean {
  if (!takesNamesFromElsewhere(tree)) return false;
  return (
    !isOfPage ||
    nameScopes(after).references.every(
      ({ name, binding }) => binding !== null || KNOWN_GLOBALS.has(name) || ownNameRegex(name).test(text),
    )
  );
}

/** Where a build puts in the imports, as that of Nuxt does, names need no declaration in the file. */
export function takesNamesFromElsewhere(tree: SyntaxTree): boolean {
  return nameScopes(tree).references.some(
    ({ name, binding, node }) =>
      binding === null && isCallee(tree, node) && !KNOWN_GLOBALS.has(name) && !/^\$|^(?:define|with)[A-Z]/.test(name),
  );
}
