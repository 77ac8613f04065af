import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `Symbol('id')` → `Symbol.for('id')`: the one is made anew each time, and the other is that of all who know its name. */
export const ownSymbol: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [textOf(tree, old.callee), textOf(after, next.callee)];
    if (was === 'Symbol.for' && is === 'Symbol') {
      return refuse('same-result', 'Others who know its name are given another symbol then.');
    }
    if (was === 'Symbol' && is === 'Symbol.for' && !isAlone(tree, old)) {
      return refuse('same-result', 'It is the symbol of everybody then who makes one of that name.');
    }
  }
  return null;
};

/** Made once, and by a name that says whose it is: `Symbol('acme.state')`. */
function isAlone(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>): boolean {
  const [name] = call.arguments;
  const isOwn =
    name?.type === 'Literal' && typeof name.value === 'string' && /^@?[\w-]+(?:[.:/][\w-]+)+$/.test(name.value);
  return isOwn && !tree.lineage(call).some((node) => isFunction(node) || node.type === 'PropertyDefinition');
}
