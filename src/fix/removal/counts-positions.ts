import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isAskedByPosition } from './asked-for.js';
import { isStatement } from './removable-statement.js';

/** Whether other code counts on where the elements of an array stand, whatever they are. */
export function countsPositions(tree: SyntaxTree, array: Extract<Node, { type: 'ArrayExpression' }>): boolean {
  return array.elements.includes(null) || isTuple(tree, array, array, []) || isAskedByPosition(tree, array);
}

/** Positions count where the array is taken apart, or where unlike elements follow the removed one. */
export function isTuple(tree: SyntaxTree, array: Node, node: Node, siblings: readonly Node[]): boolean {
  const behind = siblings.slice(siblings.indexOf(node) + 1);
  if (behind.some((each) => isUnlike(each, node))) return true;
  const user = tree.parent(array);
  if (user?.type === 'MemberExpression' && (user.computed || memberName(user) === 'at')) return true;
  if (isRow(tree, user) || isSpreadOut(tree, user)) return true;
  for (const each of tree.lineage(array)) {
    if (declaresTuple(each)) return true;
    if (each.type === 'VariableDeclarator') return each.id.type === 'ArrayPattern';
    if (each.type === 'AssignmentExpression') return each.left.type === 'ArrayPattern';
    if (each.type === 'ReturnStatement') return tree.lineage(each).some(givesTuple);
    if (isStatement(each) || isFunction(each)) return givesTuple(each);
  }
  return false;
}

function isSpreadOut(tree: SyntaxTree, user: Node | null): boolean {
  const call = user?.type === 'SpreadElement' ? tree.parent(user) : null;
  return call?.type === 'CallExpression' || call?.type === 'NewExpression';
}

/** A function that is declared to return a tuple, or a promise of one. */
function givesTuple(node: Node): boolean {
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration': {
      const type = node.returnType?.typeAnnotation;
      return isTupleType(type?.type === 'TSTypeReference' ? type.typeArguments?.params[0] : type);
    }
    default:
      return false;
  }
}

/** One of several equally long lists in a list, or of the pairs a map is made of. */
function isRow(tree: SyntaxTree, table: Node | null): boolean {
  if (table?.type !== 'ArrayExpression') return false;
  const lengths = new Set(table.elements.map((each) => (each?.type === 'ArrayExpression' ? each.elements.length : -1)));
  const isOnly = table.elements.length === 1;
  return lengths.size === 1 && (!isOnly || PAIRS.test(tree.text.slice(0, table.start)));
}

const PAIRS = /(?:\bnew\s+(?:Weak)?Map\s*(?:<[^()]*>)?|\bfromEntries)\s*\(\s*$/;

/** `as [string, string]`, or a variable or field of such a type. */
function declaresTuple(node: Node): boolean {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return isTupleType(node.typeAnnotation);
    case 'VariableDeclarator':
      return node.id.type === 'Identifier' && isTupleType(node.id.typeAnnotation?.typeAnnotation);
    case 'PropertyDefinition':
      return isTupleType(node.typeAnnotation?.typeAnnotation);
    default:
      return false;
  }
}

function isTupleType(type: Node | undefined): boolean {
  return type?.type === 'TSTupleType' || (type?.type === 'TSTypeOperator' && isTupleType(type.typeAnnotation));
}

function isUnlike(one: Node, other: Node): boolean {
  const kinds = [one, other].map((node) => (node.type === 'Literal' ? typeof node.value : node.type));
  return kinds[0] !== kinds[1] && [one, other].every(({ type }) => WRITTEN_OUT.test(type));
}

const WRITTEN_OUT = /^(?:Literal|ArrayExpression|ObjectExpression|FunctionExpression|ArrowFunctionExpression)$/;
