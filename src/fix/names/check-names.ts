import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import type { Match } from '../../model/fix-site.js';
import { ownNameRegex } from '../../model/name-regex.js';
import { onceEach } from '../../model/once-each.js';
import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { bringsInGlobal } from '../../semantics/modules/brings-in-global.js';
import { isNamedWithin } from '../../semantics/names/is-named-within.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { isExported } from '../../syntax/is-exported.js';
import { isFunction } from '../../syntax/is-function.js';
import { isReference } from '../../syntax/is-reference.js';
import { isTypeImport } from '../../syntax/is-type-import.js';
import { mayBindName } from '../../syntax/may-bind-name.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameRange } from '../../syntax/name-range.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { editedRanges } from '../checks/edited-ranges.js';
import type { Beside } from '../layout/insertion-point.js';
import { checkUnseenUse } from './check-unseen-use.js';
import { runsLater, usedTooEarly } from './used-too-early.js';
import { wholeWords } from './whole-words.js';

/** What the author of edits knows of a file. */
export interface Meant {
  /** Code of the old text beside which they stand. */
  readonly code: Beside | null;
  /** Names that an import line of the author's brings in, or finds imported. */
  readonly imports: readonly string[];
  /** What the edits answer to. */
  readonly match?: Match | null;
}

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
    const refusal = isKnown ? null : checkName(before, tree, node.name, binding, { ...meant, isType, place });
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

/** Whether the code that is meant uses a name, has it for a fellow of what it uses, or the pattern spells it. */
function isNoStranger(
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
function isDeclaredIn(tree: SyntaxTree, range: TextRange, name: string, place: TextRange): boolean {
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
function around(tree: SyntaxTree, range: TextRange): Node {
  const node = tree.enclosing(range);
  return contains(range, node) ? (tree.parent(node) ?? node) : node;
}

function isInside(tree: SyntaxTree, ranges: readonly TextRange[], binding: Binding | null): boolean {
  return binding !== null && isNamedWithin(tree, ranges, binding);
}

/** The name a range begins with, where it is a member of an object in front of the range and more follows in it. */
function tornMemberName(tree: SyntaxTree, range: TextRange): string | null {
  const node = tree.enclosing({ start: range.start, end: range.start + 1 });
  const parent = node.type === 'Identifier' && node.start === range.start ? tree.parent(node) : null;
  const isMember = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
  return isMember && node.type === 'Identifier' && node.end < range.end ? node.name : null;
}

/** A declared name that the edits change or take away must be nobody else's: not of this file, not of another one. */
function checkDeclared(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly Edit[],
  ranges: readonly TextRange[],
): Refusal | null {
  const replaced = edits.map(({ range }) => range);
  const scopes = nameScopes(before);
  for (const binding of lostBindings(before, after, replaced, ranges)) {
    const isUsed = scopes.references.some(
      (each) => each.binding === binding && !replaced.some((range) => contains(range, each.node)),
    );
    if (isExported(before, binding.declaration) && binding.scope === before.program)
      return stillReferenced(binding.name);
    if (isUsed || losesValue(before, after, binding, replaced, ranges)) return stillReferenced(binding.name);
  }
  return null;
}

/** Edits with the whole of the names they change: an edit within a name makes another name of it. */
const wholeEdits = onceEach(({ text }: SyntaxTree) => {
  const ofEdit = onceEach((edit: Edit) => wholeWords(text, edit));
  // The fixes of a file are judged one after the other, beside all edits that led to its text.
  return { ofEdit, ofAll: onceEach((edits: readonly Edit[]) => edits.map(ofEdit)) };
});

/** Whether what goes declares a name once more, with a value, which nothing gives it then. */
function losesValue(
  before: SyntaxTree,
  after: SyntaxTree,
  { name, scope, declaration }: Binding,
  replaced: readonly TextRange[],
  ranges: readonly TextRange[],
): boolean {
  if (declaration.type !== 'VariableDeclarator' || declaration.init === null) return false;
  if (referencesIn(after, ranges).some((each) => each.name === name)) return false;
  return nameScopes(before)
    .named(name)
    .references.some((each) => each.binding?.scope === scope && !replaced.some((range) => contains(range, each.node)));
}

/** Why a declared name may not go, or null: somebody may use what the edits change or take away, unseen in this file. */
export function checkUnseenUses(
  before: SyntaxTree,
  after: SyntaxTree,
  edits: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  const replaced = edits.map(({ range }) => range);
  for (const binding of lostBindings(before, after, replaced, editedRanges(edits, all))) {
    const refusal = checkUnseenUse(before, binding);
    if (refusal) return refusal;
  }
  return null;
}

/** What the replaced code declares and the new code does not. */
function lostBindings(
  before: SyntaxTree,
  after: SyntaxTree,
  replaced: readonly TextRange[],
  ranges: readonly TextRange[],
): readonly Binding[] {
  if (!bindsNames(before, replaced) && !touchesBinding(before, replaced)) return [];
  const kept = new Set(
    nameScopes(after)
      .bindings.filter((each) => isNamedWithin(after, ranges, each))
      .map(({ name }) => name),
  );
  return nameScopes(before).bindings.filter((each) => isNamedWithin(before, replaced, each) && !kept.has(each.name));
}

function stillReferenced(name: string): Refusal {
  return refuse('still-referenced', `"${name}" is declared here and used elsewhere.`);
}

function touchesBinding(tree: SyntaxTree, ranges: readonly TextRange[]): boolean {
  return ranges.some((range) =>
    tree.overlapping(range).some((node) => {
      const isWithin = node.type === 'Identifier' && contains(range, nameRange(tree.text, node));
      const parent = isWithin ? tree.parent(node) : null;
      return parent !== null && BINDING_PARENTS.test(parent.type) && !isReference(tree, node);
    }),
  );
}

const BINDING_PARENTS = /Function|Class|Declarat|Pattern$|Specifier$|^RestElement$|^CatchClause$|^Property$|^TS/;

const BINDERS = /Function|Class|^VariableDeclarat|^Import|^CatchClause$|^TS(?:Enum|Module|TypeAlias|Interface)/;

/** Whether anything in some ranges declares a name. */
export function bindsNames(tree: SyntaxTree, ranges: readonly TextRange[]): boolean {
  return ranges.some((range) =>
    tree.overlapping(range).some((node) => contains(range, node) && (BINDERS.test(node.type) || isTaken(tree, node))),
  );
}

/** `b` of `const { a, b } = require('m')`, of which an edit may have written no more. */
function isTaken(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Property' && tree.parent(node)?.type === 'ObjectPattern';
}

/** @param tree the one the binding is of */
function checkName(
  before: SyntaxTree,
  tree: SyntaxTree,
  name: string,
  binding: Binding | null,
  meant: Meant & { readonly isType: boolean; readonly place: Node },
): Refusal | null {
  if (!binding) return isDefined(before, name, meant.isType) ? null : unbound(name);
  if (binding.kind === 'import' && meant.isType && meant.imports.includes(name)) return null;
  // A type of the name of a global leaves the global what it is.
  if (namesTypeAlone(tree, binding)) return binding.kind === 'type' && KNOWN_GLOBALS.has(name) ? null : unbound(name);
  if (binding.scope !== tree.program) {
    const isMeantSo = comesFromHook(binding) || isCaughtError(tree, binding, meant.place) || isNextHandler(binding);
    const isOwn = !KNOWN_GLOBALS.has(name) && !meant.imports.includes(name) && isMeantSo;
    return isOwn ? null : shadowed(name);
  }
  const isMeant = !KNOWN_GLOBALS.has(name) || meant.imports.includes(name) || bringsInGlobal(tree, binding);
  return isMeant ? null : shadowed(name);
}

/** `const { t } = useTranslation()`: what an author means who imports no `t` is what each component gets by a hook. */
function comesFromHook({ kind, declaration }: Binding): boolean {
  if (kind !== 'const' || declaration.type !== 'VariableDeclarator') return false;
  const made = declaration.init;
  const hook = made?.type === 'CallExpression' ? (calledName(made.callee) ?? '') : '';
  return /^use\p{Lu}/u.test(hook) && !OWN_STATE.test(hook);
}

/** `next` of `(req, res, next) =>`: what every handler of a server is given to hand an error on, and called so in all of them. */
function isNextHandler({ kind, name, declaration }: Binding): boolean {
  if (kind !== 'parameter' || name !== 'next' || !isFunction(declaration)) return false;
  const names = declaration.params.flatMap((each) => (each.type === 'Identifier' ? [each.name] : []));
  return /^(?:err(?:or)?,)?_?req,_?res,next$/.test(names.join());
}

const ERROR = /^(?:e|err|error|ex|exception|cause|reason)$/;

/** `catch (error)` and `.catch((error) => …)`: who writes of an `error` that he does not declare means what was caught last. */
function isCaughtError(tree: SyntaxTree, { kind, name, identifier, declaration }: Binding, place: Node): boolean {
  if (!ERROR.test(name)) return false;
  const last = tree.lineage(place).find((each) => each.type === 'CatchClause' || takesError(tree, each));
  if (last !== declaration) return false;
  if (kind === 'catch') return declaration.type === 'CatchClause' && declaration.param === identifier;
  if (kind === 'parameter' && isFunction(declaration) && declaration.params[0] === identifier) {
    if (tree.lineage(place).some((each) => isBranchOf(tree, each, name))) return true;
  }
  const call = kind === 'parameter' && isFunction(declaration) ? tree.parent(declaration) : null;
  return call?.type === 'CallExpression' && call.arguments[0] === declaration && memberName(call.callee) === 'catch';
}

/** `if (err) …`: what an older callback is given first is an error there, and elsewhere may be null. */
function isBranchOf(tree: SyntaxTree, node: Node, name: string): boolean {
  const branch = tree.parent(node);
  if (branch?.type !== 'IfStatement' || branch.consequent !== node) return false;
  return branch.test.type === 'Identifier' && branch.test.name === name;
}

/** Whether a function is what a promise, a stream or an older callback hands its error to, whatever it calls that. */
function takesError(tree: SyntaxTree, node: Node): boolean {
  if (!isFunction(node)) return false;
  const call = tree.parent(node);
  if (call?.type !== 'CallExpression') return false;
  const [first, second] = call.arguments;
  const name = memberName(call.callee);
  if (name === 'catch') return first === node;
  if (name === 'then' || name === 'subscribe') return second === node;
  const [given] = node.params;
  return given?.type === 'Identifier' && ERROR.test(given.name);
}

/** Hooks that give back what the component itself puts there, by a name of its own. */
const OWN_STATE = /^use(?:ActionState|Callback|DeferredValue|Memo|Optimistic|Reducer|Ref|State|Transition)$/;

function shadowed(name: string): Refusal {
  return refuse('name-shadowed', `Here "${name}" would be a name of this code, not the one that is meant.`);
}

function tooEarly(name: string): Refusal {
  return refuse('name-unbound', `"${name}" is declared further down, and has no value yet.`);
}

function tornMember(name: string): Refusal {
  return refuse('edit-bounded', `"${name}" is a member here, and the edit would make it a name of its own.`);
}

function unbound(name: string): Refusal {
  return refuse('name-unbound', `Nothing in this file defines "${name}"; an import_line could bring it in.`);
}

/**
 * A name the file already uses without declaring it is taken to be a global of its project; what only types use of it, such
 * as `Record`, has no value.
 */
function isDefined(before: SyntaxTree, name: string, isType: boolean): boolean {
  if (KNOWN_GLOBALS.has(name)) return true;
  return nameScopes(before)
    .named(name)
    .references.some(({ node, binding }) => binding === null && (isType || !namesType(before, node)));
}

function namesType(tree: SyntaxTree, node: Node): boolean {
  return /^TS(?:TypeReference|QualifiedName|InterfaceHeritage|ClassImplements)$/.test(tree.parent(node)?.type ?? '');
}

function namesTypeAlone(tree: SyntaxTree, { kind, declaration }: Binding): boolean {
  return kind === 'type' || isTypeImport(tree, declaration);
}
