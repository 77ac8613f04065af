import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { refuse } from '../refusal.js';
import type { Trap } from './trap.js';

/**
 * `flags.load(user)` → `isEnabled('load')(user)`: a method is called here, and the rule takes it for a value that is
 * read. A call that is handed the method, such as `promisify(db.query)(sql)`, gives another one.
 */
export const calledResult: Trap = ({ task: { tree }, after, places }) => {
  const isCalled = places.some(({ old: [was], next: [is] }) => {
    if (was?.type !== 'MemberExpression' || !is || !isCallee(tree, was) || !isCallee(after, is)) return false;
    return is.type === 'CallExpression' && !textOf(after, is).includes(textOf(tree, was));
  });
  return isCalled
    ? refuse('same-result', 'A method is called here; with the new code, what another call gives would be.')
    : null;
};

function isCallee(tree: SyntaxTree, node: Node): boolean {
  const call = tree.parent(node);
  return call?.type === 'CallExpression' && call.callee === node;
}
