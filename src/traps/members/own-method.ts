import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { moduleOf } from '../../semantics/modules/brings-in-global.js';
import { isModuleObject } from '../../semantics/modules/is-module-object.js';
import { sourcesBehind } from '../../semantics/modules/leads-to.js';
import { libraryFunction } from '../../semantics/modules/library-function.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { isOfOtherType } from '../../semantics/values/is-of-other-type.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { declaresMethod } from '../../syntax/declares-method.js';
import type { Call } from '../../syntax/is-call.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedCalls, type Trap } from '../trap.js';

/**
 * Where a file declares or sets a method with the name of a built-in one, a call of that name may be of either; so it may
 * for a value whose type another file gives. `lib.indexOf(list, x)` is of a module.
 */
export const ownMethod: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedCalls(change)) {
    const name = memberName(old.callee);
    if (name === 'apply' && old.callee.type === 'MemberExpression' && isOfModule(change, old.callee.object, old))
      return OF_MODULE;
    if (name === 'join' && old.arguments.length < next.arguments.length && isOfProject(change, old)) return OF_PROJECT;
    if (name === null || !BUILT_IN.has(name) || memberName(next.callee) === name) continue;
    const made = memberName(next.callee) ?? '';
    const receiver = old.callee.type === 'MemberExpression' ? old.callee.object : null;
    if (receiver && onePrimitive(typesOf(tree, receiver, site.types)) !== null) continue;
    if (receiver && isOfPath(tree, receiver) && isSameReceiver(tree, receiver, change.after, next.callee)) continue;
    if (receiver && isModuleObject(tree, receiver, name, site) && libraryFunction(tree, old.callee) === null)
      return OF_MODULE;
    if (receiver && BUILT_IN.has(made) && isOfOtherType(tree, receiver, site.types)) {
      return refuse('same-operand-types', `What "${name}" is called for is of a type that another file gives.`);
    }
    if (declaresMethod(tree, name)) {
      return refuse('name-shadowed', `This file has a method "${name}" of its own, which may be the one called here.`);
    }
  }
  for (const { was, made } of change.places) {
    const name = was.type === 'CallExpression' ? memberName(was.callee) : null;
    const isRead = name !== null && made.type === 'MemberExpression' && memberName(made) !== name;
    if (isRead && !declaresMethod(change.after, memberName(made) ?? '') && declaresMethod(tree, name)) {
      return refuse('name-shadowed', `This file has a method "${name}" of its own, which may be the one called here.`);
    }
  }
  return null;
};

/** `path.join` → `path.resolve` */
function isOfPath(tree: SyntaxTree, node: Node): boolean {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  return binding !== null && /^(?:node:)?path(?:\/posix|\/win32)?$/.test(moduleOf(tree, binding) ?? '');
}

function isSameReceiver(tree: SyntaxTree, receiver: Node, after: SyntaxTree, callee: Node): boolean {
  return callee.type === 'MemberExpression' && textOf(after, callee.object) === textOf(tree, receiver);
}

/** `async.apply(run, file)`: what takes neither nothing nor `this` first, nor a list of arguments, is no function's own `apply`. */
function isOfModule({ before: tree, site }: Change, object: Node, { arguments: [self, list] }: Call): boolean {
  if (!self || self.type === 'ThisExpression' || isNothing(self)) return false;
  const isList = list?.type === 'ArrayExpression' || (list?.type === 'Identifier' && list.name === 'arguments');
  return !isList && isModuleObject(tree, object, 'apply', site);
}

/** `buffer.join()` → `buffer.join(',')`: whether this file or one it loads has a `join` of its own, which may take something else. */
function isOfProject({ before: tree, site }: Change, { callee }: Call): boolean {
  if (callee.type !== 'MemberExpression' || valueKinds(tree, callee.object).has('array')) return false;
  if (declaresMethod(tree, 'join')) return true;
  const { packages, path, text } = site;
  if (!packages?.sourceAt) return false;
  for (const source of sourcesBehind(packages, { path, text })) {
    const module = parseSyntax(source.path, source.text);
    if (module && declaresMethod(module, 'join')) return true;
  }
  return false;
}

const OF_PROJECT = refuse(
  'name-shadowed',
  'The project has a method "join" of its own, which may be the one called here.',
);

const OF_MODULE = refuse(
  'name-shadowed',
  'What is called here is a function of a module, not the method of that name.',
);

const BUILT_IN: ReadonlySet<string> = new Set(
  [Array, Date, Map, Number, Object, Promise, RegExp, Set, String].flatMap((each) =>
    Object.getOwnPropertyNames(each.prototype),
  ),
);
