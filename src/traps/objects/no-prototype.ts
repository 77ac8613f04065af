import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { becomesText } from '../../semantics/uses/becomes-text.js';
import { followValue } from '../../semantics/values/follow-value.js';
import { isCallee } from '../../syntax/is-callee.js';
import { isExported } from '../../syntax/is-exported.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/** `{}` → `Object.create(null)`: an object that comes of nothing has no `hasOwnProperty` either, and makes no text. */
export const noPrototype: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'ObjectExpression' || !/^Object\.create\(\s*null\b/.test(textOf(after, made))) continue;
    const { values } = followValue(tree, was);
    if (values.some((value) => asksPrototype(tree, value))) {
      return refuse('same-result', 'A method that all objects have is called here, and this one would not have it.');
    }
    if (values.some((value) => isGivenOut(tree, value))) {
      return refuse('same-result', 'Whoever is given the object may call a method that all objects have.');
    }
  }
  return null;
};

function asksPrototype(tree: SyntaxTree, use: Node): boolean {
  const parent = tree.parent(use);
  if (becomesText(tree, use)) return true;
  return parent?.type === 'MemberExpression' && parent.object === use && OF_ALL.has(memberName(parent) ?? '');
}

/** Whether a function gives it back to callers that are not all of this file. */
function isGivenOut(tree: SyntaxTree, value: Node): boolean {
  const parent = tree.parent(value);
  const isBody = parent?.type === 'ArrowFunctionExpression' && parent.body === value;
  const giver = isBody || parent?.type === 'ReturnStatement' ? tree.lineage(parent).find(isFunction) : null;
  return giver ? !isOnlyCalled(tree, giver) : false;
}

function isOnlyCalled(tree: SyntaxTree, giver: FunctionNode): boolean {
  const parent = tree.parent(giver);
  if (isCallee(tree, giver)) return true;
  const declaration = parent?.type === 'VariableDeclarator' ? parent : giver;
  const id = parent?.type === 'VariableDeclarator' ? parent.id : giver.type === 'FunctionDeclaration' ? giver.id : null;
  if (id?.type !== 'Identifier' || isExported(tree, declaration)) return false;
  return usesOf(tree, id).every((use) => isCallee(tree, use));
}

const OF_ALL: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));
