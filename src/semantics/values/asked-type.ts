import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import type { ValueType } from '../../model/type-oracle.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** `typeof n !== 'number' || isNaN(n)`: the type that the same expression has just asked for; null where it has not. */
export function askedType(tree: SyntaxTree, node: Node): ValueType | null {
  if (!isPlace(node)) return null;
  const name = textOf(tree, node);
  let part = node;
  for (const around of tree.lineage(node).slice(1)) {
    if (!IN_EXPRESSION.test(around.type)) return null;
    if (around.type === 'LogicalExpression' && around.right === part && around.operator !== '??') {
      const type = askedBy(tree, around.left, around.operator, name);
      if (type && !setsAnything(tree, around, node)) return type;
    }
    part = around;
  }
  return null;
}

const IN_EXPRESSION = /^(?:Logical|Unary|Binary|Call|Member|Parenthesized|Conditional)Expression$/;

/** A name, or members of one by their names. */
function isPlace(node: Node): boolean {
  if (node.type === 'MemberExpression') return !node.computed && !node.optional && isPlace(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}

/** What all that lies between has to be for the right side to be reached. */
function askedBy(tree: SyntaxTree, left: Node, operator: '&&' | '||', name: string): ValueType | null {
  if (left.type === 'ParenthesizedExpression') return askedBy(tree, left.expression, operator, name);
  if (left.type === 'LogicalExpression') {
    if (left.operator !== operator) return null;
    return askedBy(tree, left.left, operator, name) ?? askedBy(tree, left.right, operator, name);
  }
  const isAsked = left.type === 'BinaryExpression' && (operator === '&&' ? /^===?$/ : /^!==?$/).test(left.operator);
  if (!isAsked) return null;
  const [asked, type] = left.left.type === 'Literal' ? [left.right, left.left] : [left.left, left.right];
  if (asked.type !== 'UnaryExpression' || asked.operator !== 'typeof' || type.type !== 'Literal') return null;
  const { argument } = asked;
  const what = argument.type === 'ParenthesizedExpression' ? argument.expression : argument;
  return textOf(tree, what) === name && isPrimitive(type.value) ? type.value : null;
}

function isPrimitive(value: unknown): value is 'string' | 'number' | 'boolean' {
  return value === 'string' || value === 'number' || value === 'boolean';
}

/** Whether anything is set or called between the question and the value. */
function setsAnything(tree: SyntaxTree, around: Node, node: Node): boolean {
  return tree
    .descendants(around)
    .some((each) => each.start < node.start && !contains(each, node) && SETS.test(each.type));
}

const SETS = /^(?:Assignment|Update|Call|New|Await|Yield)Expression$|^TaggedTemplateExpression$/;
