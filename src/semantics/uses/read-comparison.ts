import type { Node } from 'oxc-parser';

type Comparison = Extract<Node, { type: 'BinaryExpression' }>;

/** A comparison as it reads with one of its operands on the left: of `0 < n` and `n`, the operator `>` and the bound 0. */
export function readComparison(
  { left, right, operator }: Comparison,
  operand: Node,
): { readonly operator: string; readonly bound: Node } {
  return operand === left ? { operator, bound: right } : { operator: MIRRORED[operator] ?? operator, bound: left };
}

/**
 * What a comparison asks of a number that is `least` or more: true for "is it more?", false for "is it no more?", null for
 * any other question. So `index !== -1` and `index >= 0` are asked of an index, `count > 0` and `count >= 1` of a count.
 */
export function asksForMore(operator: string, bound: number, least: number): boolean | null {
  if (bound === least) return BY_LEAST[operator] ?? null;
  return bound === least + 1 ? (BY_NEXT[operator] ?? null) : null;
}

const BY_LEAST: Readonly<Record<string, boolean>> = {
  '>': true,
  '!=': true,
  '!==': true,
  '<=': false,
  '==': false,
  '===': false,
};
const BY_NEXT: Readonly<Record<string, boolean>> = { '>=': true, '<': false };

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
