import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import type { ValueType } from '../../model/type-oracle.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isSetAgain } from '../names/is-set-again.js';

/** `typeof n !== 'number' || isNaN(n)`: the type that the same expression has just asked for; null where it has not. */
export function askedType(tree: SyntaxTree, node: Node): ValueType | null {
  if (!isPlace(node)) return null;
  const name = textOf(tree, node);
  let part = node;
  for (const around of tree.lineage(node).slice(1)) {
    if (!IN_EXPRESSION.test(around.type)) break;
    if (around.type === 'LogicalExpression' && around.right === part && around.operator !== '??') {
      const type = askedBy(tree, around.left, around.operator, name);
      if (type && !setsAnything(tree, around, node)) return type;
    }
    part = around;
  }
  return node.type === 'Identifier' ? askedBefore(tree, node) : null;
}

/** The type that a branch around, or a statement before that leaves otherwise, has asked of a name that is never set again. */
function askedBefore(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): ValueType | null {
  const binding = nameScopes(tree).resolve(name.name, name);
  if (!binding || /^(?:var|import)$/.test(binding.kind) || isSetAgain(tree, binding)) return null;
  let part: Node = name;
  for (const around of tree.lineage(name).slice(1)) {
    // One that is declared further down may have been called before.
    if (around.type === 'FunctionDeclaration') return null;
    const type =
      around.type === 'IfStatement' && around.consequent === part
        ? askedBy(tree, around.test, '&&', name.name)
        : askedByLeaving(tree, around, part, name.name);
    if (type) return type;
    if (around === binding.scope) return null;
    part = around;
  }
  return null;
}

/** `if (typeof name !== 'string') return` */
function askedByLeaving(tree: SyntaxTree, block: Node, statement: Node, name: string): ValueType | null {
  if (block.type !== 'BlockStatement') return null;
  for (const before of block.body) {
    if (before === statement) return null;
    if (before.type !== 'IfStatement' || before.alternate || !leavesBlock(tree, before.consequent)) continue;
    const type = askedBy(tree, before.test, '||', name);
    if (type) return type;
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
