import type { Node } from 'oxc-parser';
import type { FixSite } from '../../model/fix-site.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isGlobalObject } from '../../semantics/names/is-global-object.js';
import { KNOWN_GLOBALS } from '../../semantics/names/known-globals.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Change, Trap } from '../trap.js';

/**
 * `{ isLoading: false }` → `{ isPending: false }`, by a rule about a name that never looked at what has it: who makes the
 * object, or reads it, knows it by the old one.
 */
export const namedMember: Trap = (change) => {
  const { before: tree, match, places } = change;
  const unknown = unknownMember(change);
  if (unknown) return unknown;
  for (const { was: name, made: renamed } of places) {
    if (name.type !== 'Identifier' || renamed.type !== 'Identifier' || name.name === renamed.name) continue;
    if (match === null || match.range.start !== name.start || match.range.end > name.end) continue;
    const holder = tree.parent(name);
    const isKey =
      holder?.type === 'Property' &&
      holder.key === name &&
      !holder.shorthand &&
      !holder.computed &&
      !isHook(tree, holder, name.name, renamed.name);
    const isRead = holder?.type === 'MemberExpression' && holder.property === name && !holder.computed;
    // What Vue calls itself nobody reads of a component, so that what is read is another's.
    const isOthers = isRead && HOOKS[name.name] === renamed.name;
    if (isKey || isOthers || (isRead && isBoundToo(tree, name.name))) {
      return refuse(
        'same-result',
        `What "${name.name}" belongs to cannot be told, nor who else knows it by that name.`,
      );
    }
  }
  return null;
};

/** `beforeDestroy() {}` of a component of Vue, which Vue 3 calls `beforeUnmount`. */
function isHook(tree: SyntaxTree, property: Extract<Node, { type: 'Property' }>, old: string, next: string): boolean {
  if (HOOKS[old] !== next || !isFunction(property.value) || readsMember(tree, old)) return false;
  const object = tree.parent(property);
  const around = object && tree.parent(object);
  if (around?.type === 'CallExpression')
    return /^(?:defineComponent|extend|component|mixin)$/.test(calledName(around.callee) ?? '');
  return around?.type === 'ExportDefaultDeclaration' && /\.vue\.\w+$/.test(tree.path);
}

/** `Base.beforeDestroy.call(this)` */
function readsMember(tree: SyntaxTree, name: string): boolean {
  return tree.descendants(tree.program).some((node) => node.type === 'MemberExpression' && memberName(node) === name);
}

const HOOKS: Readonly<Record<string, string>> = { beforeDestroy: 'beforeUnmount', destroyed: 'unmounted' };

/** `wares.bodyParser.json()` → `wares.express.json()`, by a rule that looked for `bodyParser.json(` alone. */
function unknownMember({ before: tree, after, site, match, places }: Change): Refusal | null {
  if (match === null || looksBehind(site)) return null;
  const holder = tree.parent(tree.enclosing({ start: match.range.start, end: match.range.start + 1 }));
  if (holder?.type !== 'MemberExpression' || holder.property.start !== match.range.start || holder.computed)
    return null;
  const further = tree.parent(holder);
  if (further?.type !== 'MemberExpression' || further.object !== holder) return null;
  const known = namesReadOf(tree, tree.program, textOf(tree, holder.object));
  const read = places.flatMap(({ made, next }) => namesReadOf(after, next[1] ?? made, textOf(tree, holder.object)));
  const isOfAll = isGlobalObject(holder.object);
  const name = read.find((each) => !known.includes(each) && !(isOfAll && KNOWN_GLOBALS.has(each)));
  if (name === undefined) return null;
  return refuse('same-result', `Whether "${textOf(tree, holder.object)}" has "${name}" cannot be told.`);
}

function looksBehind({ check }: FixSite): boolean {
  return 'pattern' in check && check.pattern.regex.source.includes('(?<=');
}

function namesReadOf(tree: SyntaxTree, root: Node, object: string): readonly string[] {
  return tree.descendants(root).flatMap((node) => {
    const name = node.type === 'MemberExpression' && textOf(tree, node.object) === object ? memberName(node) : null;
    return name === null ? [] : [name];
  });
}

/** Whether the file takes a value of that name out of an object, which keeps it there. */
function isBoundToo(tree: SyntaxTree, name: string): boolean {
  return nameScopes(tree)
    .named(name)
    .bindings.some(({ identifier }) => isShorthand(tree, identifier));
}

function isShorthand(tree: SyntaxTree, identifier: Node): boolean {
  const property = tree.lineage(identifier).find(({ type }) => type === 'Property');
  return property?.type === 'Property' && property.shorthand;
}
