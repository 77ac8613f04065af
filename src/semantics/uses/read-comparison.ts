import type { Node } from 'oxc-parser';

type Comparison = Extract<Node, { type: 'BinaryExpression' }>;

/** A comparison as it reads with one of its operands on the left: of `0 < n` and `n`, the operator `>` and the bound 0. */
export function readComparison(
  { left, right, operator }: Comparison,
  operand: Node,
): { readonly operator: string; readonly bound: Node } {
  return operand === left ? { operator, bound: right } : { operator: MIRRORED[operator] ?? operator, bound: left };
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
