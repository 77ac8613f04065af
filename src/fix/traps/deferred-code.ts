import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { refuse } from '../refusal.js';
import { changesUntilRun } from '../values/changes-until-run.js';
import type { Trap } from './trap.js';

/** `debug(total)` → `debug(() => total)`: what ran at once runs when the function is called, once, never or often. */
export const deferredCode: Trap = ({ task: { tree }, after, places }) => {
  for (const { was, made } of places) {
    const functions = [made, ...after.descendants(made)].filter(isFunction);
    const bodies = new Set(functions.flatMap((each) => (each.body ? [bodyText(after, each.body)] : [])));
    if (bodies.size === 0) continue;
    const deferred = [was, ...tree.descendants(was)].filter((node) => bodies.has(textOf(tree, node)));
    if (deferred.some((node) => !isInFunctionOf(tree, node, was) && changesUntilRun(tree, node))) {
      return refuse(
        'keeps-context',
        'By the time the wrapping function runs, or runs again, a value may be another one.',
      );
    }
  }
  return null;
};

/** The code of a body without its braces and a `return`. */
function bodyText(tree: SyntaxTree, body: Node): string {
  const text = textOf(tree, body);
  return body.type === 'BlockStatement'
    ? text
        .slice(1, -1)
        .replace(/^\s*return\b/, '')
        .replace(/;\s*$/, '')
        .trim()
    : text;
}

function isInFunctionOf(tree: SyntaxTree, node: Node, was: Node): boolean {
  const around = tree.lineage(node);
  return around.slice(1, around.indexOf(was) + 1).some(isFunction);
}
