import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { Binding } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isSetAgain } from '../names/is-set-again.js';
import { constantValue } from './constant-value.js';
import { iteratedList, listBehind } from './iterated-list.js';

/** Whether a name is given texts one by one: `for (const key in a)`, `Object.keys(a).map((key) => …)`, `of line.split(',')`. */
export function isTextInTurn(tree: SyntaxTree, binding: Binding, use: Node): boolean {
  // `var` is there outside of its loop as well, without a value or with another one.
  if (binding.kind === 'var' && !isInLoop(tree, binding.identifier, use)) return false;
  return (isKeyOfLoop(tree, binding.identifier) || isOfTexts(tree, binding.identifier)) && !isSetAgain(tree, binding);
}

/** Whether a use stands in the body of the loop that declares its name, and in no function that may be called after it. */
function isInLoop(tree: SyntaxTree, name: Node, use: Node): boolean {
  const loop = tree.lineage(name).find(({ type }) => /^For(?:In|Of)Statement$/.test(type));
  const isOfLater = tree.lineage(use).find(isFunction) !== tree.lineage(name).find(isFunction);
  return loop !== undefined && 'body' in loop && !isOfLater && tree.lineage(use).some((each) => each === loop.body);
}

function isKeyOfLoop(tree: SyntaxTree, name: Node): boolean {
  const declarator = tree.parent(name);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== name) return false;
  const declaration = tree.parent(declarator);
  const loop = declaration && tree.parent(declaration);
  return loop?.type === 'ForInStatement' && loop.left === declaration;
}

function isOfTexts(tree: SyntaxTree, name: Node): boolean {
  const list = iteratedList(tree, name);
  const made = list && listBehind(constantValue(tree, list));
  if (made?.type !== 'CallExpression' || made.callee.type !== 'MemberExpression') return false;
  const { object } = made.callee;
  switch (memberName(made.callee)) {
    case 'split':
      return true;
    case 'keys':
    case 'getOwnPropertyNames':
      return object.type === 'Identifier' && object.name === 'Object' && isUnbound(tree, object);
    default:
      return false;
  }
}
