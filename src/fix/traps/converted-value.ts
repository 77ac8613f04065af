import type { CallExpression, Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { refuse } from '../refusal.js';
import { isTested } from '../values/is-tested.js';
import { typeBySyntax } from '../values/primitive-type.js';
import { readComparison } from '../values/read-comparison.js';
import type { Trap } from './trap.js';

/**
 * `q ?? 1` → `Number(q) ?? 1`, `typeof q` → `typeof Number(q)`, `q ? a : b` → `String(q) ? a : b`: what is converted is
 * never missing, and of another type, so that whoever asks for that gets another answer.
 */
export const convertedValue: Trap = ({ task: { tree }, after, places }) => {
  for (const { was, made } of places) {
    const type = conversionOf(tree, was, after, made);
    if (type && asksOtherwise(tree, was, type, new Set())) {
      return refuse(
        'same-result',
        'It is asked here whether there is a value, or of what type, and a converted one is always there.',
      );
    }
  }
  return null;
};

type Converted = 'number' | 'string' | 'boolean' | 'bigint';

const CONVERTERS: readonly (readonly [RegExp, Converted])[] = [
  [/^(?:Number|(?:Number\.)?parse(?:Int|Float))$/, 'number'],
  [/^(?:String|JSON\.stringify|(?:en|de)codeURI(?:Component)?)$/, 'string'],
  [/^Boolean$/, 'boolean'],
  [/^BigInt$/, 'bigint'],
];

/** The type that a function of the language gives, where what was there before is what it is given now. */
function conversionOf(tree: SyntaxTree, was: Node, after: SyntaxTree, made: Node): Converted | null {
  if (made.type !== 'CallExpression') return null;
  const [given] = made.arguments;
  if (!given || textOf(after, given) !== textOf(tree, was)) return null;
  const root = made.callee.type === 'MemberExpression' ? made.callee.object : made.callee;
  if (root.type !== 'Identifier' || nameScopes(after).resolve(root.name, root) !== null) return null;
  const name = textOf(after, made.callee);
  return CONVERTERS.find(([names]) => names.test(name))?.[1] ?? null;
}

/**
 * Whether anything that the value comes to asks for its truth, its type, or whether it is there.
 * @param seen variables whose uses have been gone through
 */
function asksOtherwise(tree: SyntaxTree, node: Node, type: Converted, seen: Set<Node>): boolean {
  const parent = tree.parent(node);
  // A boolean is as true as what it was made of.
  if (type !== 'boolean' && isTested(tree, node)) return true;
  switch (parent?.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
      return asksOtherwise(tree, parent, type, seen);
    case 'ConditionalExpression':
      return parent.test !== node && asksOtherwise(tree, parent, type, seen);
    case 'LogicalExpression':
      if (parent.left === node && (parent.operator === '??' || type !== 'boolean')) return true;
      return asksOtherwise(tree, parent, type, seen);
    case 'UnaryExpression':
      return parent.operator === 'typeof';
    case 'SwitchStatement':
      return parent.discriminant === node;
    case 'BinaryExpression':
      return comparesOtherwise(parent, node, type);
    case 'CallExpression':
      return textOf(tree, parent.callee) === 'Array.isArray' || hasDefaultFor(tree, parent, node);
    case 'AssignmentExpression':
      if (parent.left === node)
        return parent.operator === '??=' || (type !== 'boolean' && LOGICAL.test(parent.operator));
      return parent.operator === '=' && isAskedLater(tree, parent.left, type, seen);
    case 'VariableDeclarator':
      return parent.init === node && isAskedLater(tree, parent.id, type, seen);
    default:
      return false;
  }
}

/** With a value of the type it has now it may well be compared. */
function comparesOtherwise(
  comparison: Extract<Node, { type: 'BinaryExpression' }>,
  node: Node,
  type: Converted,
): boolean {
  if (/^(?:in|instanceof)$/.test(comparison.operator)) return comparison.left === node;
  if (!/^[!=]==?$/.test(comparison.operator)) return false;
  const bound = typeBySyntax(readComparison(comparison, node).bound);
  return bound !== 'unknown' && bound !== type;
}

const LOGICAL = /^(?:\|\||&&)=$/;

/** `function list(page = 1)` of this file: what is missing is another value there. */
function hasDefaultFor(tree: SyntaxTree, { callee, arguments: given }: CallExpression, argument: Node): boolean {
  const binding = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee) : null;
  const declaration = binding?.kind === 'parameter' ? null : binding?.declaration;
  const called = declaration?.type === 'VariableDeclarator' ? declaration.init : declaration;
  if (!called || !isFunction(called)) return false;
  return called.params[given.findIndex(({ start }) => start === argument.start)]?.type === 'AssignmentPattern';
}

/** Of a variable of this file: wherever it is used, as far as it may hold the value. */
function isAskedLater(tree: SyntaxTree, name: Node, type: Converted, seen: Set<Node>): boolean {
  const binding = name.type === 'Identifier' ? nameScopes(tree).resolve(name.name, name) : null;
  if (binding?.identifier.type !== 'Identifier' || seen.has(binding.identifier)) return false;
  seen.add(binding.identifier);
  return usesOf(tree, binding.identifier).some((use) => asksOtherwise(tree, use, type, seen));
}
