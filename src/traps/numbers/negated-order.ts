import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { TypeOracle } from '../../model/type-oracle.js';
import { isCount, readsCount } from '../../semantics/values/is-count.js';
import { isReadAsNumber } from '../../semantics/values/is-read-as-number.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `!(a < b)` → `a >= b` and back: of undefined, or of what is no number, neither of the two is true. */
export const negatedOrder: Trap = ({ before: tree, places, site }) => {
  for (const { was, made } of places) {
    const [old, next] = [orderIn(was), orderIn(made)];
    if (!old || !next || isNegation(was) === isNegation(made) || !isOpposite(old.operator, next.operator)) continue;
    if (![old.left, old.right].every((side) => isOrdered(tree, side, site.types))) {
      return refuse('same-operand-types', 'What is compared may be nothing, which is neither less nor as great.');
    }
  }
  return null;
};

type Comparison = Extract<Node, { type: 'BinaryExpression' }>;

function orderIn(node: Node): Comparison | null {
  if (node.type === 'ParenthesizedExpression') return orderIn(node.expression);
  if (isNegation(node)) return orderIn(node.argument);
  return node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator) ? node : null;
}

function isNegation(node: Node): node is Extract<Node, { type: 'UnaryExpression' }> {
  return node.type === 'UnaryExpression' && node.operator === '!';
}

function isOpposite(one: string, other: string): boolean {
  return OPPOSITES.has(`${one} ${other}`);
}

const OPPOSITES: ReadonlySet<string> = new Set(['< >=', '>= <', '> <=', '<= >']);

function isOrdered(tree: SyntaxTree, side: Node, oracle: TypeOracle | undefined): boolean {
  if (readsCount(side) || isCount(tree, side)) return true;
  if (isReadAsNumber(tree, side)) return false;
  return /^(?:number|string|bigint)$/.test(onePrimitive(typesOf(tree, side, oracle)) ?? '');
}
