import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isCall } from '../../syntax/is-call.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `a?.b.toString()` → `String(a?.b)`: where `a` is nothing, nothing was called, and now something is, with nothing. */
export const lostShortcut: Trap = ({ before: tree, after, places }) => {
  const isLost = places.some(({ old: [was], made }) => {
    const chain = was && chainOf(tree, was);
    if (!chain || !isCall(made)) return false;
    const whole = textOf(tree, chain);
    return made.arguments.some((each) => {
      const given = textOf(after, each);
      return each.type === 'ChainExpression' && given !== whole && whole.startsWith(given);
    });
  });
  return isLost
    ? refuse('same-operand-types', 'Where what stands before ?. is nothing, the rest was left out, and no longer is.')
    : null;
};

/** The chain that a node is, or is all of. */
function chainOf(tree: SyntaxTree, node: Node): Node | null {
  const chain = [node, tree.parent(node)].find((each) => each?.type === 'ChainExpression');
  return chain && chain.start === node.start && chain.end === node.end ? chain : null;
}
