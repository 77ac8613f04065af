import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether an expression reads a member that is a count by its name. */
export function readsCount(node: Node): boolean {
  return /^(?:length|size|childElementCount)$/.test(memberName(node) ?? '');
}

/** How far a constant is followed to what it was set to. */
const DEPTH = 3;

/** Whether a number is 0 or more whatever happens, as far as syntax tells: literals, lengths, and sums of such. */
export function isCount(tree: SyntaxTree, node: Node): boolean {
  return lowest(tree, node, 0) >= 0;
}

/** The least value an expression may have; minus infinity where nobody knows. */
function lowest(tree: SyntaxTree, node: Node, depth: number): number {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' ? node.value : Number.NEGATIVE_INFINITY;
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
      return lowest(tree, node.expression, depth);
    case 'MemberExpression':
      return memberName(node) === 'length' ? 0 : Number.NEGATIVE_INFINITY;
    case 'BinaryExpression':
      return node.operator === '+'
        ? lowest(tree, node.left, depth) + lowest(tree, node.right, depth)
        : Number.NEGATIVE_INFINITY;
    case 'ConditionalExpression':
      return Math.min(lowest(tree, node.consequent, depth), lowest(tree, node.alternate, depth));
    case 'CallExpression':
      return lowestOfCall(tree, node, depth);
    case 'Identifier':
      return lowestOfName(tree, node, depth);
    default:
      return Number.NEGATIVE_INFINITY;
  }
}

function lowestOfCall(
  tree: SyntaxTree,
  { callee, arguments: given }: Extract<Node, { type: 'CallExpression' }>,
  depth: number,
): number {
  const name = memberName(callee);
  if (callee.type !== 'MemberExpression' || name === null) return Number.NEGATIVE_INFINITY;
  if (/^(?:lastI|i)ndexOf$|^search$/.test(name)) return -1;
  const { object } = callee;
  if (object.type !== 'Identifier' || object.name !== 'Math' || !isUnbound(tree, object))
    return Number.NEGATIVE_INFINITY;
  if (name === 'abs') return 0;
  return name === 'max'
    ? Math.max(Number.NEGATIVE_INFINITY, ...given.map((each) => lowest(tree, each, depth)))
    : Number.NEGATIVE_INFINITY;
}

function lowestOfName(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>, depth: number): number {
  const binding = depth < DEPTH ? nameScopes(tree).resolve(name.name, name) : null;
  const declaration = binding?.kind === 'const' ? binding.declaration : null;
  const isWhole = declaration?.type === 'VariableDeclarator' && declaration.id === binding?.identifier;
  return isWhole && declaration.init !== null ? lowest(tree, declaration.init, depth + 1) : Number.NEGATIVE_INFINITY;
}
