import type { Node } from 'oxc-parser';
import { applyEdits, type Edit } from '../../model/edit.js';
import type { Match } from '../../model/fix-site.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { bringsInGlobal, namesOwnModule } from '../../semantics/modules/brings-in-global.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { isCall } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import { mayBindName } from '../../syntax/may-bind-name.js';
import { calledName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { boundFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { writtenText } from '../../syntax/written-text.js';
import { editedRanges } from '../checks/edited-ranges.js';
import type { FixTask } from '../draft.js';
import { matchesOf } from '../matching/matches-of.js';
import { HOLDERS, isOthersMember } from './is-others-member.js';

/**
 * Whether the name that an edited match begins with is the one a textual rule means: not a local one that
 * hides a global, or a name from further out, of the same spelling.
 */
export function checkMatchedName(
  before: SyntaxTree,
  after: SyntaxTree,
  { range: match, regex, searchFrom }: Match,
  edits: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  if (isOthersMember(before, match, { after, edits, all })) return OTHERS_METHOD;
  const cut = before.enclosing({ start: match.start, end: match.start + 1 });
  if (cut.type === 'Identifier' && cut.start < match.start && isGivenMore(before, after, cut, edits, all)) {
    return notMeant(cut.name);
  }
  const first = referencesIn(before, [match])[0];
  if (!first) return null;
  const isEdited =
    edits.some(({ range }) => contains(range, first)) ||
    isGivenMore(before, after, first, edits, all) ||
    isGivenOtherModule(before, first, edits);
  if (!isEdited) return null;
  // A name that goes on to be used behind another one is only handed over, as in `wrap(fetch(x))`.
  const remaining = referencesIn(after, editedRanges(edits, all)).map(({ name }) => name);
  const isHandedBack = remaining.indexOf(first.name) > 0;
  if (!mayBindName(before, first.name)) return null;
  const scopes = nameScopes(before);
  const binding = scopes.resolve(first.name, first);
  if (!binding || goesAlong(binding, edits)) return null;
  if (isHandedBack) return isOwnInsteadOfGlobal(before, binding) ? notMeant(first.name) : null;
  const same = referencesIn(before, [match]).filter(({ name }) => name === first.name);
  if (remaining.includes(first.name) && takesAnyName(before, { regex, searchFrom }, same)) return null;
  const outside = before.parent(binding.scope);
  const hides =
    (KNOWN_GLOBALS.has(first.name) && !bringsInGlobal(before, binding) && !isMadeForModule(binding)) ||
    namesOwnModule(before, binding) ||
    (outside !== null && scopes.resolve(first.name, outside) !== null) ||
    (!remaining.includes(first.name) && isHandedOver(before, first, binding));
  return hides ? notMeant(first.name) : null;
}

/**
 * `const fetch = (key) => cache.get(key)`: a function under the name of a global that comes neither back to that nor to
 * a module of its name, as in `import('node-fetch')`.
 */
function isOwnInsteadOfGlobal(tree: SyntaxTree, binding: Binding): boolean {
  const made = KNOWN_GLOBALS.has(binding.name) ? boundFunction(binding) : null;
  if (!made || referencesIn(tree, [made]).some((each) => HOLDERS.has(each.name))) return false;
  return !tree.descendants(made).some((each) => moduleIn(each)?.includes(binding.name));
}

function moduleIn(node: Node): string | null {
  return node.type === 'ImportExpression' ? writtenText(node.source) : requiredModule(node);
}

/**
 * `/\w+\.indexOf/`: what is kept of a match that would be one with another name too is none that the rule speaks of.
 * @param names each place of the match that names it: `/(\w+) && \1\.\w+/` asks for the same one twice
 */
function takesAnyName(
  { text }: SyntaxTree,
  { regex, searchFrom }: Pick<Match, 'regex' | 'searchFrom'>,
  names: readonly TextRange[],
): boolean {
  const sticky = new RegExp(regex.source, `${regex.flags.replace(/[gy]/g, '')}y`);
  sticky.lastIndex = searchFrom;
  const other = applyEdits(
    text,
    names.map(({ start, end }) => ({ range: { start, end }, text: 'anyOther' })),
  );
  return other !== null && sticky.test(other);
}

/** `fetch(url)` → `fetch(url, { signal })`: what else a call is given is meant for the function that the rule speaks of. */
function isGivenMore(
  before: SyntaxTree,
  after: SyntaxTree,
  callee: Node,
  edits: readonly Edit[],
  all: readonly Edit[],
): boolean {
  const call = before.parent(callee);
  if (!call || !isCall(call) || call.callee !== callee) return false;
  const at = edits.findIndex(({ range }) => contains(call, range) && range.start >= callee.end);
  const made = editedRanges(edits, all)[at];
  const next = made && after.lineage(after.enclosing(made)).find(isCall);
  return (
    next !== undefined &&
    calledName(next.callee) === calledName(callee) &&
    next.arguments.length > call.arguments.length
  );
}

/** `require('fs')` → `require('node:fs')`: what a bundle or a loader calls so has a list of modules of its own. */
function isGivenOtherModule(before: SyntaxTree, callee: Node, edits: readonly Edit[]): boolean {
  const call = before.parent(callee);
  if (call?.type !== 'CallExpression' || call.callee !== callee || calledName(callee) !== 'require') return false;
  return edits.some(({ range }) => contains(call, range));
}

/** `const require = createRequire(import.meta.url)` */
function isMadeForModule({ declaration }: Binding): boolean {
  const made = declaration.type === 'VariableDeclarator' ? declaration.init : null;
  return made?.type === 'CallExpression' && calledName(made.callee) === 'createRequire';
}

/** The same of a global that the pattern names further on, as in `new Promise((done) => setTimeout(done, 5))`, and the fix does away with. */
export function checkCalledWithin(
  { tree, match }: FixTask,
  after: SyntaxTree,
  edits: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  if (!match) return null;
  const [, ...others] = referencesIn(tree, [match.range]);
  const called = others.filter((name) => {
    if (!KNOWN_GLOBALS.has(name.name) || !match.regex.source.includes(name.name)) return false;
    const call = tree.parent(name);
    return call !== null && isCall(call) && call.callee === name;
  });
  if (called.length === 0) return null;
  const remaining = new Set(referencesIn(after, editedRanges(edits, all)).map(({ name }) => name));
  const own = called.find((name) => {
    const isGone = edits.some(({ range }) => contains(range, name)) && !remaining.has(name.name);
    const binding = isGone && mayBindName(tree, name.name) ? nameScopes(tree).resolve(name.name, name) : null;
    return binding !== null && !bringsInGlobal(tree, binding);
  });
  return own ? notMeant(own.name) : null;
}

function notMeant(name: string): Refusal {
  return refuse('name-shadowed', `Here "${name}" is a name of this code, not the one the rule speaks of.`);
}

/**
 * Where the pattern finds a name's declaration in this file as well as its uses, as in `const client = connect()`, the
 * name is this file's own: with an imported one in its uses alone, what is declared would be left behind.
 */
export function checkOwnName(
  { tree, match, instruction }: FixTask,
  after: SyntaxTree,
  edits: readonly Edit[],
  all: readonly Edit[],
): Refusal | null {
  const first = match && instruction.importLine !== null ? referencesIn(tree, [match.range])[0] : undefined;
  if (!match || !first || !edits.some(({ range }) => contains(range, first))) return null;
  const stays = referencesIn(after, editedRanges(edits, all)).some(({ name }) => name === first.name);
  if (stays || !mayBindName(tree, first.name)) return null;
  const binding = nameScopes(tree).resolve(first.name, first);
  if (!binding || isBroughtIn(binding) || goesAlong(binding, edits)) return null;
  const found = matchesOf(tree.text, match.regex).some((each) => {
    return rangesOverlap(binding.identifier, { start: each.index, end: each.index + each[0].length });
  });
  return found
    ? refuse('name-shadowed', `"${first.name}" is declared in this file, where the rule finds it too.`)
    : null;
}

/** `(rows) => rows[0]`: declared in what is edited, and used nowhere else. An import that is left without use is not what was meant. */
function goesAlong({ kind, identifier }: Binding, edits: readonly Edit[]): boolean {
  return kind !== 'import' && edits.some(({ range }) => contains(range, identifier));
}

/** By an import or by `require`. */
function isBroughtIn({ kind, declaration }: Binding): boolean {
  if (kind === 'import') return true;
  const made = declaration.type === 'VariableDeclarator' ? declaration.init : null;
  return made?.type === 'CallExpression' && calledName(made.callee) === 'require';
}

/** `refs.forEach((ref) => ref(x))`: what a callback is given to be called is no function that a rule could speak of. */
function isHandedOver(tree: SyntaxTree, name: Node, { kind, identifier }: Binding): boolean {
  const call = tree.parent(name);
  if (kind !== 'parameter' || call?.type !== 'CallExpression' || call.callee !== name) return false;
  const callback = tree.lineage(identifier).find(isFunction);
  const taker = callback && tree.parent(callback);
  return tree.parent(identifier) === callback && taker?.type === 'CallExpression' && taker.callee !== callback;
}

const OTHERS_METHOD = refuse(
  'name-shadowed',
  'Here the name is a method of another object, not the global that the rule speaks of.',
);
