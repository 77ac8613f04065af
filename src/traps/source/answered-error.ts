import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `throw err` → `return next(err)`: right where `next` is handed in to be called, and nobody here catches what is thrown. */
export const answeredError: Trap = ({ before: tree, after, places }) => {
  for (const { was, made, old, next } of places) {
    const thrown = [was, ...old].find(({ type }) => type === 'ThrowStatement');
    const answer = [made, ...next].find(({ type }) => type === 'ReturnStatement');
    if (!thrown || answer?.type !== 'ReturnStatement' || thrown.start !== answer.start) continue;
    if (isCaught(tree, thrown)) return refuse('same-result', 'What is thrown here is caught by the code around it.');
    if (!callsParameter(after, answer.argument) && !rejects(after, answer))
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

function callsParameter(tree: SyntaxTree, node: Node | null): boolean {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'Identifier') return false;
  return nameScopes(tree).resolve(node.callee.name, node.callee)?.kind === 'parameter';
}
