import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `Object.setPrototypeOf(this, Failure.prototype)` taken away: compiled to ES5, `super()` of an Error, an Array or a Map gives
 * one of these, which without it has no method of the class and is no instance of it.
 */
export const lostPrototype: Trap = ({ before: tree, after, site, places }) => {
  if (!isTypeScript(site.path)) return null;
  for (const { was, made } of places) {
    if (was.type === 'Program' || countOf(textOf(tree, was)) <= countOf(textOf(after, made))) continue;
    if (!isOfSubclass(tree, was) || site.types?.keepsClasses?.(site.path)) continue;
    return refuse('statement-removable', 'Nothing tells that the project compiles its classes to ES2015 or later.');
  }
  return null;
};

const SETS = /\bsetPrototypeOf\s*(?:\?\.\s*)?\(\s*this\b|\.\s*__proto__\s*=(?!=)/g;

function countOf(text: string): number {
  return text.match(SETS)?.length ?? 0;
}

/** Whether the class around extends another one, unless that is a plain one of the same file. */
function isOfSubclass(tree: SyntaxTree, node: Node): boolean {
  for (const each of tree.lineage(node)) {
    if (each.type !== 'ClassDeclaration' && each.type !== 'ClassExpression') continue;
    const { superClass } = each;
    if (superClass?.type !== 'Identifier') return superClass !== null;
    const made = nameScopes(tree).resolve(superClass.name, superClass)?.declaration;
    return made?.type !== 'ClassDeclaration' || made.superClass !== null;
  }
  return false;
}
