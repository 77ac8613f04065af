import type { Edit } from '../../model/edit.js';
import { escapeRegex } from '../../model/escape-regex.js';
import type { FixInstruction, FixSite, Match } from '../../model/fix-site.js';
import { contains, type TextRange } from '../../model/position.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { isCallee } from '../../syntax/is-callee.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { checkDraft } from '../check-draft.js';
import type { SyntaxDraft } from '../draft-syntax.js';
import { editsAsSyntax } from './edits-as-syntax.js';
import { type Script, scriptAround } from './script-around.js';

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
  if (!script || !edits.every(({ range }) => script.ranges.some((each) => contains(each, range)))) return null;
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
  if (refusal && !(refusal.condition === 'name-unbound' && takesNamesFromElsewhere(script.tree))) return refusal;
  return checkMarkup(text, script, after, drafted.judged);
}

/** Where a build puts in the imports, as that of Nuxt does, names need no declaration in the file. */
export function takesNamesFromElsewhere(tree: SyntaxTree): boolean {
  return nameScopes(tree).references.some(
    ({ name, binding, node }) =>
      binding === null && isCallee(tree, node) && !KNOWN_GLOBALS.has(name) && !/^\$|^(?:define|with)[A-Z]/.test(name),
  );
}

/** What a script declares its markup can read and set. */
function checkMarkup(text: string, script: Script, after: SyntaxTree, edits: readonly Edit[]): Refusal | null {
  const markup = outside(text, script.ranges);
  const before = declared(script.tree);
  const now = declared(after);
  for (const [name, kind] of before) {
    const isEdited = now.get(name) !== kind;
    if (!isEdited || edits.length === 0) continue;
    if (!now.has(name) && isReadIn(markup, name)) {
      return refuse('still-referenced', `"${name}" is declared here and used in the markup.`);
    }
    if (now.get(name) === 'const' && isSetIn(markup, name)) {
      return refuse('still-referenced', `The markup sets "${name}", which a constant cannot be.`);
    }
  }
  return null;
}

/** The names of the outermost scope, with the keyword that declares them. */
function declared(tree: SyntaxTree): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { name, kind, scope } of nameScopes(tree).bindings) if (scope === tree.program) names.set(name, kind);
  return names;
}

/** `MyButton` is `<my-button>` as well, and a store `count` is read as `$count`. */
function isReadIn(markup: string, name: string): boolean {
  const dashed = name.replace(/(?<=.)(?=[A-Z])/g, '-').toLowerCase();
  return new RegExp(`(?<![\\w$])(?:\\$?${escapeRegex(name)}|${escapeRegex(dashed)})(?![\\w$])`).test(markup);
}

function isSetIn(markup: string, name: string): boolean {
  const named = `(?<![\\w$.])${escapeRegex(name)}(?![\\w$])`;
  const isAssigned = `${named}\\s*(?:(?:[-+*/%&|^]|\\*\\*|\\?\\?|\\|\\||&&)?=(?![=>])|\\+\\+|--)|(?:\\+\\+|--)\\s*${named}`;
  const isBound = `\\bbind:\\w+=["']?\\{\\s*${named}\\s*\\}|\\bbind:${escapeRegex(name)}(?![\\w=])|\\bv-model[\\w.:-]*=["']${named}["']`;
  return new RegExp(`${isAssigned}|${isBound}`).test(markup);
}

function outside(text: string, ranges: readonly TextRange[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of ranges) {
    rest += `${text.slice(at, start)}\n`;
    at = end;
  }
  return rest + text.slice(at);
}
