import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { ownFunctionUses } from '../../syntax/function-uses.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/** `function tick(by = 1)` → `function tick(by)`: who gives nothing gets `undefined`, and the code reckons with that. */
export const lostDefault: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old.find(isFunction), next.find(isFunction)];
    if (!was || !made || !isSame(tree, was.body, after, made.body)) continue;
    const isLost = was.params.some((each, index) => {
      const now = made.params[index];
      if (each.type !== 'AssignmentPattern' || each.left.type !== 'Identifier') return false;
      if (now?.type !== 'Identifier' || now.name !== each.left.name) return false;
      return usesOf(tree, each.left).length > 0 && !isAlwaysGiven(tree, was, index);
    });
    if (isLost) return refuse('same-arguments', 'Who gives nothing would get nothing for it.');
  }
  return null;
};

function isSame(tree: SyntaxTree, node: Node | null, other: SyntaxTree, twin: Node | null): boolean {
  return node !== null && twin !== null && textOf(tree, node) === textOf(other, twin);
}

/** Whether the file alone calls a function, and gives it what cannot be `undefined`. */
function isAlwaysGiven(tree: SyntaxTree, called: FunctionNode, index: number): boolean {
  const uses = ownFunctionUses(tree, called);
  return (
    uses.length > 0 &&
    uses.every((use) => {
      const call = tree.parent(use);
      if (call?.type !== 'CallExpression' || call.callee !== use) return false;
      const given = call.arguments[index];
      return (
        given !== undefined && GIVEN.test(given.type) && call.arguments.every(({ type }) => type !== 'SpreadElement')
      );
    })
  );
}

const GIVEN = /^(?:Literal|TemplateLiteral|(?:Object|Array|Function|ArrowFunction|New|Binary)Expression)$/;
