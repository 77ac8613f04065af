import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains, type TextRange } from '../../model/position.js';
import { isFunction } from '../../syntax/is-function.js';
import { mayBindName } from '../../syntax/may-bind-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { bringsInGlobal } from '../imports/brings-in-global.js';
import { isOwnPath } from '../imports/is-own-path.js';
import { requiredModule } from '../imports/wanted-import.js';
import { type Refusal, refuse } from '../refusal.js';
import { editedRanges } from '../verify-edits.js';
import { KNOWN_GLOBALS } from './known-globals.js';
import { referencesIn } from './references-in.js';

/**
 * Whether the name that an edited match begins with is the one a textual rule means: not a local one that
 * hides a global, or a name from further out, of the same spelling.
 */
export function checkMatchedName(
  before: SyntaxTree,
  after: SyntaxTree,
  match: TextRange,
  edits: readonly Edit[],
  all: readonly Edit[] = edits,
): Refusal | null {
  const first = referencesIn(before, [match])[0];
  if (!first || !edits.some(({ range }) => contains(range, first))) return null;
  // A name that goes on to be used behind another one is only handed over, as in `wrap(fetch(x))`.
  const remaining = referencesIn(after, editedRanges(edits, all)).map(({ name }) => name);
  if (remaining.indexOf(first.name) > 0) return null;
  if (!mayBindName(before, first.name)) return null;
  const scopes = nameScopes(before);
  const binding = scopes.resolve(first.name, first);
  if (!binding) return null;
  const outside = before.parent(binding.scope);
  const hides =
    (KNOWN_GLOBALS.has(first.name) && (!bringsInGlobal(binding) || isOwnModule(before, binding))) ||
    (outside !== null && scopes.resolve(first.name, outside) !== null) ||
    (!remaining.includes(first.name) && isHandedOver(before, first, binding));
  return hides
    ? refuse('name-shadowed', `Here "${first.name}" is a name of this code, not the one the rule speaks of.`)
    : null;
}

/** `refs.forEach((ref) => ref(x))`: what a callback is given to be called is no function that a rule could speak of. */
function isHandedOver(tree: SyntaxTree, name: Node, { kind, identifier }: Binding): boolean {
  const call = tree.parent(name);
  if (kind !== 'parameter' || call?.type !== 'CallExpression' || call.callee !== name) return false;
  const callback = tree.lineage(identifier).find(isFunction);
  const taker = callback && tree.parent(callback);
  return tree.parent(identifier) === callback && taker?.type === 'CallExpression' && taker.callee !== callback;
}

/** A module of the project itself has a meaning of its own for a global's name; a package offers the same thing. */
function isOwnModule(tree: SyntaxTree, { kind, declaration }: Binding): boolean {
  const parent = tree.parent(declaration);
  const imported = kind === 'import' && parent?.type === 'ImportDeclaration' ? parent.source.value : null;
  const module = imported ?? (declaration.type === 'VariableDeclarator' ? requiredModule(declaration.init) : null);
  return module !== null && isOwnPath(module);
}
