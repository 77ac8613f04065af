import type { Node } from 'oxc-parser';
import { ownNameRegex } from '../../model/name-regex.js';
import { refuse } from '../../model/refusal.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { declarationOf } from '../../semantics/values/declaration-of.js';
import { declaredType } from '../../semantics/values/declared-type.js';
import { isCallee } from '../../syntax/is-callee.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `{ cacheTime: 5 }` → `{ gcTime: 5 }`, where the file reads `options.cacheTime` of that very object; and the other way
 * round, where only what reads it would have the new name.
 */
export const renamedKey: Trap = ({ before: tree, after, places }) => {
  for (const { was: read, made, old, next } of places) {
    const [asked, asks] = [memberAt(tree, read), memberAt(after, made)];
    const isOfSame = objectAt(tree, read) === objectAt(after, made);
    if (
      isOfSame &&
      asked &&
      asks &&
      asked !== asks &&
      !isOfOthers(tree, read) &&
      declares(tree, asked) &&
      !declares(after, asks)
    ) {
      return refuse('still-referenced', `The file declares "${asked}", and "${asks}" nowhere.`);
    }
    const [was, is] = [keyAt(old), keyAt(next)];
    if (!was || !is || was.name === is.name) continue;
    if (comesTo(tree, was.value).length > 0) {
      return refuse('still-referenced', `"${was.name}" is still read in this file.`);
    }
  }
  return null;
};

/**
 * The member that is read where an edit changed nothing but its name; methods of one name are of many things, but for those
 * of an object that this file shows.
 */
function memberAt(tree: SyntaxTree, name: Node): string | null {
  const parent = tree.parent(name);
  if (parent?.type !== 'MemberExpression' || parent.property !== name) return null;
  return isCallee(tree, parent) && !isSeen(tree, parent.object) ? null : memberName(parent);
}

/** `this.config` of `this.config.views`, as it is written. */
function objectAt(tree: SyntaxTree, name: Node): string | null {
  const member = tree.parent(name);
  return member?.type === 'MemberExpression' ? textOf(tree, member.object) : null;
}

/** Whether this file says what an object is made of: it, its class or its type stands here. */
function isSeen(tree: SyntaxTree, object: Node): boolean {
  const made = constantValue(tree, object);
  if (made.type === 'ObjectExpression') return true;
  if (made.type === 'NewExpression' && made.callee.type === 'Identifier') {
    return isDeclaredHere(nameScopes(tree).resolve(made.callee.name, made.callee)?.declaration ?? null);
  }
  const type = declaredType(tree, object);
  return type !== null && isDeclaredHere(declarationOf(tree, type));
}

/** What is of a type that this file does not declare, or of the page, has the members that are declared elsewhere. */
function isOfOthers(tree: SyntaxTree, name: Node): boolean {
  const member = tree.parent(name);
  if (member?.type !== 'MemberExpression' || constantValue(tree, member.object).type === 'ObjectExpression')
    return false;
  const type = declaredType(tree, member.object);
  if (type) return type.type === 'TSTypeReference' && !isDeclaredHere(declarationOf(tree, type));
  return OF_PAGE.test(calledName(member.object) ?? '');
}

function isDeclaredHere(declaration: Node | null): boolean {
  return declaration !== null && !/^Import/.test(declaration.type);
}

/** What an event and an element are called. */
const OF_PAGE =
  /^(?:e|ev|evt|event|\w+Event|el|elem|element|\w+Element|target|currentTarget|node|document|window|body|style)$/;

function declares(tree: SyntaxTree, name: string): boolean {
  // As of nearly all: to go through the code for it takes much longer.
  if (!ownNameRegex(name).test(tree.text)) return false;
  return tree.descendants(tree.program).some((node) => {
    const isMember = DECLARES.test(node.type) && tree.parent(node)?.type !== 'ObjectPattern';
    return isMember && 'key' in node && 'computed' in node && staticName(node.key, node.computed) === name;
  });
}

const DECLARES = /^(?:Property|PropertyDefinition|MethodDefinition|TSPropertySignature|TSMethodSignature)$/;

/** The key of an object that is the place of an edit, and what it is set to. */
function keyAt([key, property]: readonly Node[]): { readonly name: string; readonly value: Node } | null {
  if (!key || property?.type !== 'Property' || property.key !== key) return null;
  const name = staticName(property.key, property.computed);
  return name === null ? null : { name, value: property.value };
}
