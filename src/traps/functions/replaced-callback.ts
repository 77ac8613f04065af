import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `callback(null, result)` → `return result`, `context.done(null, result)` → `return result`: nobody waits for what a
 * function returns that is no promise, or that another function calls back.
 */
export const replacedCallback: Trap = ({ before: tree, after, places }) => {
  for (const { old, next } of places) {
    const at = old.findIndex(({ type }) => /^(?:Expression|Return)Statement$/.test(type));
    const [was, made] = [old[at], next[at + next.length - old.length]];
    const called = was ? answering(tree, was) : null;
    if (!called || made?.type !== 'ReturnStatement' || textOf(after, made).includes(textOf(tree, called))) continue;
    const isWaitedFor = old.slice(at).find(isFunction) === holderOf(tree, called) && holderOf(tree, called)?.async;
    if (!isWaitedFor) {
      return refuse('same-result', 'Whoever waits for the callback does not get what the function returns.');
    }
  }
  return null;
};

/** What a statement calls to hand over its result, or to say that all is done. */
function answering(tree: SyntaxTree, statement: Node): Node | null {
  const call =
    statement.type === 'ExpressionStatement'
      ? statement.expression
      : statement.type === 'ReturnStatement'
        ? statement.argument
        : null;
  if (call?.type !== 'CallExpression') return null;
  const { callee } = call;
  const isAnswer =
    callee.type === 'Identifier'
      ? CALLBACK.test(callee.name)
      : callee.type === 'MemberExpression' &&
        textOf(tree, callee.object) === 'context' &&
        /^(?:done|fail|succeed)$/.test(calledName(callee) ?? '');
  return isAnswer && holderOf(tree, callee) ? callee : null;
}

const CALLBACK = /^(?:cb|callback|done|resolve)$|Callback$/;

/** The function whose parameter a callee is, or is a member of. */
function holderOf(tree: SyntaxTree, callee: Node): FunctionNode | null {
  const name = callee.type === 'MemberExpression' ? callee.object : callee;
  const binding = name.type === 'Identifier' ? nameScopes(tree).resolve(name.name, name) : null;
  return binding?.kind === 'parameter' ? (tree.lineage(binding.identifier).find(isFunction) ?? null) : null;
}
