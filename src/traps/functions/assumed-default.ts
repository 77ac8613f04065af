import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { ownFunctionUses } from '../../syntax/function-uses.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `function f(a) { a = a || {}; }` → `function f(a = {}) {}`: whoever gives null, or anything else that is false, keeps it. */
export const assumedDefault: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedPairs(
    change,
    'FunctionDeclaration',
    'FunctionExpression',
    'ArrowFunctionExpression',
  )) {
    if (!isFunction(old) || !isFunction(next)) continue;
    for (const [index, was] of old.params.entries()) {
      const made = next.params[index];
      if (was.type !== 'Identifier' || made?.type !== 'AssignmentPattern') continue;
      const wasSet = bodyOf(old).some(
        (each) =>
          setsFalsy(tree, each, was.name) && !bodyOf(next).some((kept) => textOf(after, kept) === textOf(tree, each)),
      );
      if (wasSet && !isNeverFalsy(tree, old, index))
        return refuse(
          'same-arguments',
          'A default takes the place of undefined alone, and not of null or what is false.',
        );
    }
  }
  return null;
};

function bodyOf({ body }: FunctionNode): readonly Node[] {
  return body?.type === 'BlockStatement' ? body.body : [];
}

/** `a = a || {};`, `a ??= {};`, `if (!a) a = {};` and not `if (a === undefined) a = {};` */
function setsFalsy(tree: SyntaxTree, statement: Node, name: string): boolean {
  if (!/^(?:Expression|If)Statement$/.test(statement.type)) return false;
  const sets = tree.descendants(statement).some((each) => {
    return each.type === 'AssignmentExpression' && each.left.type === 'Identifier' && each.left.name === name;
  });
  return sets && !/===\s*(?:undefined\b|void 0|['"]undefined['"])/.test(textOf(tree, statement));
}

/** Whether the file alone calls a function, and gives it nothing, or what cannot be false. */
function isNeverFalsy(tree: SyntaxTree, called: FunctionNode, index: number): boolean {
  const uses = ownFunctionUses(tree, called);
  return (
    uses.length > 0 &&
    uses.every((use) => {
      const call = tree.parent(use);
      if (call?.type !== 'CallExpression' || call.callee !== use) return false;
      const given = call.arguments[index];
      return (
        call.arguments.every(({ type }) => type !== 'SpreadElement') && (given === undefined || TRUE.test(given.type))
      );
    })
  );
}

const TRUE = /^(?:Object|Array|Function|ArrowFunction|New)Expression$/;
