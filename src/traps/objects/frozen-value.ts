import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isModuleExports } from '../../semantics/modules/is-module-exports.js';
import { isChanged, isSet } from '../../semantics/names/is-changed.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isFunction } from '../../syntax/is-function.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { newParts, type Trap } from '../trap.js';

/**
 * `const cache = {}` → `const cache = Object.freeze({})`, or `deepFreeze({})`: what is put into it later is lost, or throws. So it does of
 * `Object.freeze(module.exports)` below `module.exports = new Provider()`, whose methods keep there what they are told.
 */
export const frozenValue: Trap = (change) => {
  const { before: tree, after, places } = change;
  for (const place of places) {
    const { was, made } = place;
    if (newParts(change, place).some((part) => isFreezeOfExports(after, part)) && exportsInstance(tree))
      return refuse('only-read', 'What the module exports is an instance, whose methods may set what it holds.');
    const frozen = newParts(change, place).find((part) => isFreezeOfExports(after, part));
    if (
      frozen &&
      tree.descendants(tree.program).some((node) => isGivenMember(tree, node) && runsBehind(tree, node, frozen))
    )
      return refuse('only-read', 'What the module exports is given another member further down.');
    if (made.type !== 'CallExpression' || !FREEZES.test(textOf(after, made.callee))) continue;
    if (was.type === 'ObjectExpression' && tree.descendants(was).some((node) => setsOwn(tree, node))) {
      return refuse('only-read', 'Its own methods set what it holds.');
    }
    const declarator = tree.lineage(was).find((each) => each !== was && !isOuterExpression(each));
    if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') continue;
    const { id } = declarator;
    if (usesOf(tree, id).some((use) => isChanged(tree, use))) {
      return refuse('only-read', `"${id.name}" is changed in this file.`);
    }
    if (was.type === 'ObjectExpression' && usesOf(tree, id).some((use) => isHandedOut(tree, declarator, use))) {
      return refuse('only-read', `"${id.name}" is made anew for who is given it, and may fill it in.`);
    }
  }
  return null;
};

export const FREEZES = /^(?:\w+\.)?(?:deep_?)?freeze(?:_?deep)?$/i;

function isFreezeOfExports(tree: SyntaxTree, part: Node): boolean {
  return part.type === 'ExpressionStatement' && /^Object\.freeze\((?:module\.)?exports\)/.test(textOf(tree, part));
}

/** `module.exports.promise = x`, or the same of the function that the module exports by its name. */
function isGivenMember(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return false;
  const { object } = node.left;
  return isModuleExports(object) || (object.type === 'Identifier' && exportedNames(tree).has(object.name));
}

/** `queue` of `module.exports = queue` */
function exportedNames(tree: SyntaxTree): ReadonlySet<string> {
  const names = /^module\.exports = (\w+);?$/gm;
  return new Set(Array.from(tree.text.matchAll(names), ([, name]) => name ?? ''));
}

/** Whether a place runs only once what is inserted has run: it stands further down, or in a function. */
function runsBehind(tree: SyntaxTree, node: Node, inserted: Node): boolean {
  return node.start >= inserted.start || tree.lineage(node).some(isFunction);
}

/** `const app = (module.exports = new App())`, `module.exports = app` */
function exportsInstance(tree: SyntaxTree): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (node.type !== 'AssignmentExpression' || !isModuleExports(node.left)) return false;
    return constantValue(tree, node.right).type === 'NewExpression';
  });
}

/** `this.client = x` in a method, also by another name. What a class of its own sets is another object's. */
function setsOwn(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'ThisExpression' || tree.lineage(node).some(({ type }) => /^Class/.test(type))) return false;
  const parent = tree.parent(node);
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
    return usesOf(tree, parent.id).some((use) => isSet(tree, use));
  }
  return isSet(tree, node);
}

/** Whether a function gives back an object it makes, by itself or within another one: `return { contains: [STRING] }`. */
function isHandedOut(tree: SyntaxTree, declarator: Node, use: Node): boolean {
  const home = tree.lineage(declarator).find(isFunction);
  const around = tree.lineage(use).slice(1);
  const outermost = around[around.findIndex((each) => !isOuterExpression(each) && !HOLDS.test(each.type))];
  return outermost?.type === 'ReturnStatement' && tree.lineage(outermost).find(isFunction) === home;
}

const HOLDS = /^(?:(?:Object|Array|Conditional|Logical)Expression|Property)$/;
