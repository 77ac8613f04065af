import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isCall } from '../../syntax/is-call.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `a?.b.toString()` → `String(a?.b)`: where `a` is nothing, nothing was called, and now something is, with nothing. */
export const lostShortcut: Trap = ({ before: tree, after, places }) => {
  const isLost = places.some(({ was, old, made }) => {
    const taken = takenBy(made).filter(({ type }) => type === 'ChainExpression');
    if (taken.length === 0) return false;
    const whole = chainsIn(tree, chainOf(tree, old[0] ?? was) ?? was).map((each) => textOf(tree, each));
    return taken.some((each) => {
      const given = textOf(after, each);
      if (whole.includes(given)) return false;
      return whole.some((text) => text.startsWith(given) && /^[.[(!]/.test(text.slice(given.length)));
    });
  });
  return isLost
    ? refuse('same-operand-types', 'Where what stands before ?. is nothing, the rest was left out, and no longer is.')
    : null;
};

/** What a call is given, and what a text is made of. */
function takenBy(made: Node): readonly Node[] {
  if (isCall(made)) return made.arguments;
  if (made.type === 'TemplateLiteral') return made.expressions;
  return made.type === 'BinaryExpression' && made.operator === '+' ? [made.left, made.right] : [];
}

function chainsIn(tree: SyntaxTree, node: Node): readonly Node[] {
  return [node, ...tree.descendants(node)].filter(({ type }) => type === 'ChainExpression');
}

/** The chain that a node is, or is all of. */
function chainOf(tree: SyntaxTree, node: Node): Node | null {
  const chain = [node, tree.parent(node)].find((each) => each?.type === 'ChainExpression');
  return chain && chain.start === node.start && chain.end === node.end ? chain : null;
}
