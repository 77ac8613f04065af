import type { Edit } from '../../model/edit.js';
import { onceEach } from '../../model/once-each.js';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { mayBindName } from '../../syntax/may-bind-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';
import { bindsNames, checkDeclared } from './check-declared.js';
import { checkMeaning, namesType, shadowed, unbound } from './check-meaning.js';
import { around, isDeclaredIn, isInside, isNoStranger, type Meant } from './no-stranger.js';
import { runsLater, usedTooEarly } from './used-too-early.js';
import { wholeWords } from './whole-words.js';

const NOTHING_MEANT: Meant = { code: null, imports: [] };

/**
 * Why the names that edits bring in are wrong, or null where each means what the instruction's author meant: a global
 * nothing here hides, or a name of the file's top level. Names that were there before keep their meaning
 * where they stay in their scope.
 * @param allGiven every edit between the two trees, where these are not the only ones
 * @param meant what the author of the edits speaks of, so that it is no stranger
 */
export function checkNames(
  before: SyntaxTree,
  after: SyntaxTree,
  given: readonly Edit[],
  allGiven: readonly Edit[] = given,
  meant: Meant = NOTHING_MEANT,
): Refusal | null {
  const { ofEdit, ofAll } = wholeEdits(before);
  const edits = given.map(ofEdit);
  const all = ofAll(allGiven);
  const replaced = edits.map(({ range }) => range);
  const ranges = editedRanges(edits, all);
  const orphaned = checkDeclared(before, after, edits, ranges);
  if (orphaned) return orphaned;
  const introduced = namesIn(after, edits, ranges);
  const torn = introduced.find(({ node, from }) => node.name === tornMemberName(before, from));
  if (torn) return tornMember(torn.node.name);
  // Reading all scopes takes a walk over the whole file, which most edits can do without.
  const known = new Set(referencesIn(before, replaced).map(({ name }) => name));
  const added = introduced.filter(({ node }) => !known.has(node.name));
  const binds = bindsNames(after, ranges);
  if (!binds && added.every(({ node: { name } }) => KNOWN_GLOBALS.has(name) && !mayBindName(before, name))) return null;
  const foreign = all.filter((edit) => !edits.includes(edit));
  const others = foreign.length > 0 ? editedRanges(foreign, all) : [];
  const old = referencesIn(before, replaced).map((node) => {
    return { name: node.name, binding: nameScopes(before).resolve(node.name, node) };
  });
  for (const { node, from } of introduced) {
    // Where the edits bind nothing, the old tree tells what a name means, and the new one need not be walked.
    const { tree, place, offset } = binds
      ? { tree: after, place: node, offset: node.start }
      : { tree: before, place: around(before, from), offset: from.start };
    const binding = nameScopes(tree).resolve(node.name, place);
    const inEdit = binds && isInside(tree, ranges, binding);
    const earlier = old.filter((each) => each.name === node.name);
    const kept = earlier.find((each) => isInside(before, replaced, each.binding) === inEdit);
    if (kept && kept.binding?.kind === binding?.kind) continue;
    if (inEdit && earlier.length > 0) return shadowed(node.name);
    const isBeside = !inEdit && meant.code !== null && isDeclaredIn(before, meant.code.item, node.name, from);
    if (!inEdit && !isBeside && isInside(tree, others, binding)) return unbound(node.name);
    const isKnown =
      inEdit || isBeside || (binding !== null && isNoStranger(before, meant, tree, binding, node.name, from));
    const isType = namesType(after, node);
    const refusal = isKnown ? null : checkMeaning(before, tree, node.name, binding, { ...meant, isType, place });
    if (refusal) return refusal;
    const isNow = !inEdit && binding !== null && !runsLater(after, node, ranges);
    if (isNow && usedTooEarly(tree, place, offset, binding)) return tooEarly(node.name);
  }
  return null;
}

/** The names that stand where edits were made, each with the range it came from. */
function namesIn(after: SyntaxTree, edits: readonly Edit[], ranges: readonly TextRange[]) {
  return edits.flatMap(({ range }, index) => {
    const place = ranges[index];
    return place ? referencesIn(after, [place]).map((node) => ({ node, from: range })) : [];
  });
}

/** The name a range begins with, where it is a member of an object in front of the range and more follows in it. */
function tornMemberName(tree: SyntaxTree, range: TextRange): string | null {
  const node = tree.enclosing({ start: range.start, end: range.start + 1 });
  const parent = node.type === 'Identifier' && node.start === range.start ? tree.parent(node) : null;
  const isMember = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
  return isMember && node.type === 'Identifier' && node.end < range.end ? node.name : null;
}

/** Edits with the whole of the names they change: an edit within a name makes another name of it. */
const wholeEdits = onceEach(({ text }: SyntaxTree) => {
  const ofEdit = onceEach((edit: Edit) => wholeWords(text, edit));
  // The fixes of a file are judged one after the other, beside all edits that led to its text.
  return { ofEdit, ofAll: onceEach((edits: readonly Edit[]) => edits.map(ofEdit)) };
});

function tooEarly(name: string): Refusal {
  return refuse('name-unbound', `"${name}" is declared further down, and has no value yet.`);
}

function tornMember(name: string): Refusal {
  return refuse('edit-bounded', `"${name}" is a member here, and the edit would make it a name of its own.`);
}
