import type { Edit } from '../../model/edit.js';
import { escapeRegex } from '../../model/escape-regex.js';
import type { FixInstruction, FixSite } from '../../model/fix-site.js';
import type { TextRange } from '../../model/position.js';
import { isRefusal, type Refusal } from '../../model/refusal.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { checkDraft } from '../checks/check-draft.js';
import { insert } from '../strategies/insert.js';
import { takesNamesFromElsewhere } from './check-script.js';
import { checkSetup } from './check-setup.js';
import { editsAsSyntax } from './edits-as-syntax.js';
import { isPage, scriptAround, siteInScript, staysInScript } from './script-around.js';

/**
 * Whole lines at an anchor in the script of a page or component, as in a file of its own; null where that script does not
 * parse, and outside of scripts.
 * @param anchor what the anchor matched
 */
export function insertInScript(
  site: FixSite,
  instruction: FixInstruction,
  anchor: TextRange,
): readonly Edit[] | Refusal | null {
  const script = scriptAround(site.path, site.text, anchor);
  if (!script) return null;
  const { tree } = script;
  const draft = insert({ site: siteInScript(site, tree), instruction, tree, match: null });
  if (isRefusal(draft)) return draft;
  const { edits, beside = null } = draft;
  if (!staysInScript(script, edits)) return null;
  const made = editsAsSyntax({ site, instruction, match: null }, edits, tree);
  if (isRefusal(made)) return made;
  const refusal = checkDraft({ ...made, imports: { edits: [], names: [] }, judged: made.edits, beside }, made.after);
  const isNamed = refusal?.condition === 'name-unbound' && namesOnlyKnown(site.path, tree, made.after);
  if (refusal && !isNamed) return refusal;
  return checkSetup(tree, made.after, script.isOfPage) ?? edits;
}

/** The names of a page may be those of its other scripts, and those of a component may come from its build. */
function namesOnlyKnown(path: string, before: SyntaxTree, after: SyntaxTree): boolean {
  if (/\.html?$/i.test(path) || takesNamesFromElsewhere(before)) return true;
  const known = new Set(nameScopes(before).references.map(({ name }) => name));
  return nameScopes(after).references.every(
    ({ name, binding }) =>
      binding !== null ||
      known.has(name) ||
      KNOWN_GLOBALS.has(name) ||
      /^\$|^(?:define|with)[A-Z]/.test(name) ||
      isReactive(path, after, name),
  );
}

/** `$: total = a + b` declares what it sets. */
function isReactive(path: string, { text }: SyntaxTree, name: string): boolean {
  return /\.svelte$/i.test(path) && new RegExp(`^\\s*\\$:\\s*${escapeRegex(name)}\\s*=`, 'm').test(text);
}

/** Whether a script no longer parses with what was inserted at an offset. */
export function breaksScript(path: string, before: string, after: string, lines: TextRange): boolean {
  if (!isPage(path)) return false;
  const at = { start: lines.start, end: lines.start };
  return scriptAround(path, before, at) !== null && scriptAround(path, after, lines) === null;
}
