import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { TypeOracle, ValueType } from './type-oracle.js';

/** The type of an expression's value as far as its own syntax tells. */
export function typeBySyntax(node: Node): ValueType {
  switch (node.type) {
    case 'Literal':
      return typeOfLiteral(node);
    case 'TemplateLiteral':
      return 'string';
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return typeBySyntax(node.expression);
    case 'UnaryExpression':
      return (
        UNARY[node.operator] ??
        (node.operator === '-' && node.argument.type === 'Literal' ? typeBySyntax(node.argument) : 'unknown')
      );
    case 'BinaryExpression':
      return /^(?:[<>]=?|[!=]==?|in|instanceof)$/.test(node.operator) ? 'boolean' : 'unknown';
    case 'Identifier':
      return node.name === 'undefined' ? 'undefined' : node.name === 'NaN' ? 'number' : 'unknown';
    case 'ArrayExpression':
    case 'ObjectExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return 'object';
    default:
      return 'unknown';
  }
}

const UNARY: Readonly<Record<string, ValueType>> = {
  typeof: 'string',
  '!': 'boolean',
  void: 'undefined',
  delete: 'boolean',
  '+': 'number',
};

function typeOfLiteral(node: Extract<Node, { type: 'Literal' }>): ValueType {
  if (node.value === null) return 'bigint' in node ? 'bigint' : 'regex' in node ? 'object' : 'null';
  switch (typeof node.value) {
    case 'string':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return 'bigint';
    default:
      return 'object';
  }
}

/** All types an expression may have: by syntax where that tells, else by the project's types, else `unknown`. */
export function typesOf(tree: SyntaxTree, node: Node, oracle: TypeOracle | undefined): ReadonlySet<ValueType> {
  const bySyntax = typeBySyntax(node);
  if (bySyntax !== 'unknown') return new Set([bySyntax]);
  return oracle?.typesAt(tree.path, tree.text, { start: node.start, end: node.end }) ?? new Set(['unknown']);
}

const PRIMITIVES: ReadonlySet<ValueType> = new Set(['string', 'number', 'boolean', 'bigint', 'symbol']);

/** The one primitive type an expression is known to have; null when it may have several, another, or nobody knows. */
export function onePrimitive(types: ReadonlySet<ValueType>): ValueType | null {
  const [only, ...others] = types;
  return only && others.length === 0 && PRIMITIVES.has(only) ? only : null;
}
