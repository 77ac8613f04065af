import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { bringsInGlobal } from '../../semantics/modules/brings-in-global.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { isFunction } from '../../syntax/is-function.js';
import { isTypeImport } from '../../syntax/is-type-import.js';
import { calledName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isCaughtError } from './is-caught-error.js';
import type { Meant } from './no-stranger.js';

/**
 * Why a name means something else than the author of an edit meant, or null.
 * @param before tells what the file knows
 * @param tree the one the binding is of
 */
export function checkMeaning(
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

/** `const { t } = useTranslation()`: what an author means who imports no `t` is what each component gets by a hook. */
function comesFromHook({ kind, declaration }: Binding): boolean {
  if (kind !== 'const' || declaration.type !== 'VariableDeclarator') return false;
  const made = declaration.init;
  const hook = made?.type === 'CallExpression' ? (calledName(made.callee) ?? '') : '';
  return /^use\p{Lu}/u.test(hook) && !OWN_STATE.test(hook);
}

/** Hooks that give back what the component itself puts there, by a name of its own. */
const OWN_STATE = /^use(?:ActionState|Callback|DeferredValue|Memo|Optimistic|Reducer|Ref|State|Transition)$/;

/** `next` of `(req, res, next) =>`: what every handler of a server is given to hand an error on, and called so in all of them. */
function isNextHandler({ kind, name, declaration }: Binding): boolean {
  if (kind !== 'parameter' || name !== 'next' || !isFunction(declaration)) return false;
  const names = declaration.params.flatMap((each) => (each.type === 'Identifier' ? [each.name] : []));
  return /^(?:err(?:or)?,)?_?req,_?res,next$/.test(names.join());
}

/** Whether a name stands where a type does. */
export function namesType(tree: SyntaxTree, node: Node): boolean {
  return /^TS(?:TypeReference|QualifiedName|InterfaceHeritage|ClassImplements)$/.test(tree.parent(node)?.type ?? '');
}

function namesTypeAlone(tree: SyntaxTree, { kind, declaration }: Binding): boolean {
  return kind === 'type' || isTypeImport(tree, declaration);
}

export function shadowed(name: string): Refusal {
  return refuse('name-shadowed', `Here "${name}" would be a name of this code, not the one that is meant.`);
}

export function unbound(name: string): Refusal {
  return refuse('name-unbound', `Nothing in this file defines "${name}"; an import_line could bring it in.`);
}
