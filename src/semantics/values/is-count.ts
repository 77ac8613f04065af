import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isKnownFound } from '../uses/is-known-found.js';
import { type Given, holdsOnly, isSetBefore, variableValues } from './variable-values.js';

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
      return memberName(node) === 'length' || isPlaceOfMatch(tree, node) ? 0 : Number.NEGATIVE_INFINITY;
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

/** The least of all that a variable is given, or 0 where it is asked before whether it is -1. */
function lowestOfName(tree: SyntaxTree, name: Identifier, depth: number): number {
  const binding = depth < DEPTH ? nameScopes(tree).resolve(name.name, name) : null;
  const given = binding && isSetBefore(tree, binding, name) ? variableValues(tree, binding) : null;
  if (!given) return Number.NEGATIVE_INFINITY;
  const least = Math.min(...given.map((each) => lowestGiven(tree, each, depth + 1)));
  return least === -1 && given.length === 1 && isKnownFound(tree, name) ? 0 : least;
}

/** The least that is given for good; what is added is none of it where it is never less than nothing. */
function lowestGiven(tree: SyntaxTree, { operator, value }: Given, depth: number): number {
  if (operator === '++') return Number.POSITIVE_INFINITY;
  const least = value ? lowest(tree, value, depth) : Number.NEGATIVE_INFINITY;
  if (operator === '=') return least;
  return operator === '+=' && least >= 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** `match.index`, of a variable that holds nothing but what `match` or `exec` gave: there is no place in front of a text. */
function isPlaceOfMatch(tree: SyntaxTree, node: Extract<Node, { type: 'MemberExpression' }>): boolean {
  const isFound = (value: Node): boolean => /^(?:match|exec)$/.test(calledMember(value));
  return memberName(node) === 'index' && holdsOnly(tree, node.object, isFound);
}

function calledMember(node: Node): string {
  return (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && memberName(node.callee)) || '';
}

type Identifier = Extract<Node, { type: 'Identifier' }>;
