import type { Node } from 'oxc-parser';
import type { Match } from '../../model/fix-site.js';
import { ownNameRegex } from '../../model/name-regex.js';
import { contains, type TextRange } from '../../model/position.js';
import { isNamedWithin } from '../../semantics/names/is-named-within.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Beside } from '../layout/insertion-point.js';

/** What the author of edits knows of a file. */
export interface Meant {
  /** Code of the old text beside which they stand. */
  readonly code: Beside | null;
  /** Names that an import line of the author's brings in, or finds imported. */
  readonly imports: readonly string[];
  /** What the edits answer to. */
  readonly match?: Match | null;
}

/** Whether the code that is meant uses a name, has it for a fellow of what it uses, or the pattern spells it. */
export function isNoStranger(
  before: SyntaxTree,
  meant: Meant,
  tree: SyntaxTree,
  binding: Binding,
  name: string,
  from: TextRange,
): boolean {
  const { code } = meant;
  const isOfCode =
    code !== null && (isUsedIn(before, code.anchor, tree, binding) || isFellow(before, code, name, from));
  return isOfCode || isSpokenOf(before, meant, name, from);
}

/** Whether what a name means at a place of a tree is declared in a range: one of a block or function in it is not. */
export function isDeclaredIn(tree: SyntaxTree, range: TextRange, name: string, place: TextRange): boolean {
  return isInside(tree, [range], nameScopes(tree).resolve(name, around(tree, place)));
}

/**
 * Whether a range of the old text uses what a name means.
 * @param tree the one the binding is of; where that is the new one, a name that is bound once is the same in both
 */
function isUsedIn(before: SyntaxTree, range: TextRange, tree: SyntaxTree, binding: Binding): boolean {
  const { name } = binding;
  const use = referencesIn(before, [range]).find((each) => each.name === name);
  const meant = use ? nameScopes(before).resolve(name, use) : null;
  if (meant === null) return false;
  return meant === binding || [before, tree].every((each) => nameScopes(each).named(name).bindings.length === 1);
}

/**
 * Whether a name is a parameter beside one that an anchor uses: who speaks of `req` means the `res` of that function.
 * It is asked of the old text, whose scopes are those of the anchor.
 */
function isFellow(
  before: SyntaxTree,
  { anchor, item }: Beside,
  name: string,
  place: TextRange,
  isSaid: (name: string) => boolean = () => true,
): boolean {
  const scopes = nameScopes(before);
  const meant = scopes.resolve(name, around(before, place));
  const isAnothers = scopes.named(name).bindings.some((each) => isNamedWithin(before, [item], each));
  if (meant?.kind !== 'parameter' || isAnothers) return false;
  return referencesIn(before, [anchor]).some((node) => {
    const used = scopes.resolve(node.name, node);
    return used?.kind === 'parameter' && used.scope === meant.scope && isSaid(used.name);
  });
}

/** The same of a match, where its pattern spells the other parameter: a rule about `res.redirect` may put `req` there. */
function isSpokenOf(before: SyntaxTree, { match, imports }: Meant, name: string, place: TextRange): boolean {
  if (!match || imports.includes(name) || KNOWN_GLOBALS.has(name)) return false;
  const code = { anchor: match.range, item: match.range };
  // `\s` and `(?<value>` spell no names of code, and what follows a dot is a member.
  const spelt = match.regex.source.replace(/\\[a-z]|\(\?<\w+>/gi, ' ');
  return isFellow(before, code, name, place, (said) => ownNameRegex(said).test(spelt));
}

/** What holds an edited range, and is not replaced itself. */
export function around(tree: SyntaxTree, range: TextRange): Node {
  const node = tree.enclosing(range);
  return contains(range, node) ? (tree.parent(node) ?? node) : node;
}

/** Whether what a name means is one that the code of some ranges declares. */
export function isInside(tree: SyntaxTree, ranges: readonly TextRange[], binding: Binding | null): boolean {
  return binding !== null && isNamedWithin(tree, ranges, binding);
}
