import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `await save()` → `save()`: what comes next no longer waits, and what fails is caught by nobody. What is returned is
 * waited for all the same, but only `await` has a `try` around it catch what fails.
 */
export const lostAwait: Trap = ({ before: tree, after, places }) => {
  for (const { was, made, next } of places) {
    if (!/\bawait\b/.test(textOf(tree, was))) continue;
    const awaits = tree
      .descendants(was)
      .filter(isAwait)
      .filter((each) => !isReturnedAlone(tree, each) || isTraced(tree));
    // As of nearly all: what was written in their place is not gone through.
    if (awaits.length === 0) continue;
    const written = [...after.descendants(made), ...next];
    // Also as part of something larger, such as `await retry(() => save())`.
    const awaited = written.filter(isAwait).map(({ argument }) => textOf(after, argument));
    const texts = new Set(written.map((node) => textOf(after, node)));
    const lost = awaits.some(({ argument }) => {
      const text = textOf(tree, argument);
      return texts.has(text) && !awaited.some((each) => each.includes(text));
    });
    if (lost && awaits.every((each) => isReturnedAlone(tree, each))) {
      return refuse('same-result', 'What fails is told with its callers here, and this one would be missing.');
    }
    if (lost) return refuse('same-result', 'Nobody would wait for it any more, nor catch what fails.');
  }
  return null;
};

type Await = Extract<Node, { type: 'AwaitExpression' }>;

function isAwait(node: Node): node is Await {
  return node.type === 'AwaitExpression';
}

/** Whether a file looks after the stacks of its errors, in which a function stands as long as it waits. */
function isTraced(tree: SyntaxTree): boolean {
  return tree.text.includes('captureStackTrace');
}

/** Whether an `await` is all that a function returns, with nothing to be done between its result and the caller. */
function isReturnedAlone(tree: SyntaxTree, node: Await): boolean {
  const [, parent, ...around] = tree.lineage(node);
  if (parent?.type === 'ArrowFunctionExpression') return true;
  if (parent?.type !== 'ReturnStatement') return false;
  const end = around.findIndex(isFunction);
  const within = around.slice(0, end === -1 ? around.length : end);
  return !within.some((each, index) => isLeftWithWork(each, within[index - 1] ?? parent));
}

/** What a `catch` hands on is handed to nobody else of its `try`, unless that has something to do at last. */
function isLeftWithWork(node: Node, inner: Node): boolean {
  if (node.type === 'TryStatement') return node.handler !== inner || node.finalizer !== null;
  const statements: readonly Node[] = node.type === 'BlockStatement' ? node.body : [];
  return statements.some((each) => each.type === 'VariableDeclaration' && /using$/.test(each.kind));
}
