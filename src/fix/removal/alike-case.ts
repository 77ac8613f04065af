import type { Node } from 'oxc-parser';
import { isBareJump } from '../../syntax/is-bare-jump.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** `case 'debug': { console.debug(line); break; }` */
export function isOfAlikeCase(tree: SyntaxTree, block: Node, node: Node): boolean {
  const clause = tree.parent(block);
  return clause?.type === 'SwitchCase' && choosesAmongAlike(tree, clause, node);
}

/** A logger: `case 'debug': console.debug(line); break;` among cases that make one call each, one of the same object. */
export function choosesAmongAlike(tree: SyntaxTree, clause: SwitchCase, node: Node): boolean {
  const whole = tree.parent(clause);
  const asked = receiverOf(tree, node);
  if (whole?.type !== 'SwitchStatement' || asked === null) return false;
  const filled = whole.cases.map(contentOf).filter(({ length }) => length > 0);
  const isAlike = ([first, ...others]: readonly Node[]): boolean =>
    first !== undefined && receiverOf(tree, first) !== null && others.every(isBareJump);
  const isOfSame = (content: readonly Node[]): boolean =>
    content.some((each) => each !== node && receiverOf(tree, each) === asked);
  return filled.every(isAlike) && filled.some(isOfSame);
}

type SwitchCase = Extract<Node, { type: 'SwitchCase' }>;

/** The statements of a case, with or without a block around them. */
function contentOf({ consequent: [first, ...others] }: SwitchCase): readonly Node[] {
  if (!first) return [];
  return first.type === 'BlockStatement' ? [...first.body, ...others] : [first, ...others];
}

/** What the method of a statement that is a call of one is called on; of an `if`, where each branch is such a call. */
function receiverOf(tree: SyntaxTree, node: Node): string | null {
  if (node.type === 'BlockStatement') {
    const [only, ...others] = node.body;
    return only && others.length === 0 ? receiverOf(tree, only) : null;
  }
  if (node.type === 'IfStatement') {
    const receiver = receiverOf(tree, node.consequent);
    return node.alternate && receiverOf(tree, node.alternate) !== receiver ? null : receiver;
  }
  const call = node.type === 'ExpressionStatement' ? node.expression : null;
  return call?.type === 'CallExpression' && call.callee.type === 'MemberExpression'
    ? textOf(tree, call.callee.object)
    : null;
}
