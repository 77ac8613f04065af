import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `throw err` → `return next(err)`: right where `next` is handed in to be called, nobody here catches what is thrown, and
 * nobody asks what the function gives.
 */
export const answeredError: Trap = ({ before: tree, after, places }) => {
  for (const { was, made, old, next } of places) {
    const thrown = [was, ...old].find(isThrow);
    const answer = [made, ...next].find(({ type }) => type === 'ReturnStatement');
    if (!thrown || answer?.type !== 'ReturnStatement' || thrown.start !== answer.start) continue;
    if (isCaught(tree, thrown)) return refuse('same-result', 'What is thrown here is caught by the code around it.');
    const isHeard = callsParameter(after, answer.argument) && endsAll(tree, thrown, after, answer.argument);
    if (!isHeard && !rejects(after, answer))
      return refuse('same-result', 'Whoever calls this would go on as if nothing had failed.');
  }
  return null;
};

function isCaught(tree: SyntaxTree, node: Node): boolean {
  const lineage = tree.lineage(node);
  const end = lineage.findIndex(isFunction);
  return lineage
    .slice(0, end < 0 ? lineage.length : end)
    .some((each, at) => each.type === 'TryStatement' && each.handler !== null && lineage[at - 1] === each.block);
}

/** `return Promise.reject(error)` where a promise takes up what is returned. */
function rejects(tree: SyntaxTree, answer: Extract<Node, { type: 'ReturnStatement' }>): boolean {
  const call = answer.argument;
  if (call?.type !== 'CallExpression' || textOf(tree, call.callee) !== 'Promise.reject') return false;
  const around = tree.lineage(answer).find(isFunction);
  const holder = around && tree.parent(around);
  if (around?.async) return !('generator' in around && around.generator);
  return holder?.type === 'CallExpression' && /^(?:then|catch)$/.test(memberName(holder.callee) ?? '');
}

/** Whether nobody waits for what the function around it gives: the handler that `next` is handed to, or a callback told of an error. */
function endsAll(tree: SyntaxTree, thrown: Throw, after: SyntaxTree, answer: Node | null): boolean {
  const around = tree.lineage(thrown).find(isFunction);
  if (!around || answer?.type !== 'CallExpression' || answer.callee.type !== 'Identifier') return false;
  const next = nameScopes(after).resolve(answer.callee.name, answer.callee);
  const owner = next && after.lineage(next.identifier).find(isFunction);
  return owner?.start === around.start || isToldOf(tree, around, thrown.argument);
}

type Throw = Extract<Node, { type: 'ThrowStatement' }>;

function isThrow(node: Node): node is Throw {
  return node.type === 'ThrowStatement';
}

/** `(err, page) => { if (err) throw err; }`, unless it goes through a list or is a link of a chain of promises. */
function isToldOf(tree: SyntaxTree, callback: Node, error: Node): boolean {
  if (error.type !== 'Identifier' || !('params' in callback)) return false;
  const [first] = callback.params as readonly Node[];
  const call = tree.parent(callback);
  if (first?.type !== 'Identifier' || first.name !== error.name || call?.type !== 'CallExpression') return false;
  return call.callee !== callback && !ASKS_RESULT.test(memberName(call.callee) ?? '');
}

const ASKS_RESULT =
  /^(?:then|catch|finally|forEach|map|flatMap|filter|find(?:Last)?(?:Index)?|some|every|reduce(?:Right)?|sort|toSorted)$/;

function callsParameter(tree: SyntaxTree, node: Node | null): boolean {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier') return false;
  return nameScopes(tree).resolve(node.callee.name, node.callee)?.kind === 'parameter';
}
