import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** The list whose elements a name or pattern is given one by one, as in `for (const row of rows)` and `rows.map((row) => …)`. */
export function iteratedList(tree: SyntaxTree, target: Node): Node | null {
  const holder = tree.parent(target);
  if (holder?.type === 'VariableDeclarator' && holder.id === target) return listOfLoop(tree, holder);
  return listGiving(tree, target, ELEMENTS);
}

/** The list that a parameter is given the places of one by one, as in `rows.map((row, index) => …)`. */
export function numberedList(tree: SyntaxTree, target: Node): Node | null {
  return listGiving(tree, target, PLACES);
}

type Given = readonly (readonly [RegExp, readonly number[]])[];

function listGiving(tree: SyntaxTree, target: Node, parameters: Given): Node | null {
  const holder = tree.parent(target);
  const call = holder && isFunction(holder) ? tree.parent(holder) : null;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== holder) return null;
  if (call.callee.type !== 'MemberExpression' || !isFunction(holder)) return null;
  const method = memberName(call.callee) ?? '';
  const given = parameters.find(([names]) => names.test(method))?.[1] ?? [];
  return given.some((index) => holder.params[index] === target) ? listBehind(call.callee.object) : null;
}

function listOfLoop(tree: SyntaxTree, declarator: Node): Node | null {
  const declaration = tree.parent(declarator);
  const loop = declaration && tree.parent(declaration);
  return loop?.type === 'ForOfStatement' && loop.left === declaration && !loop.await ? listBehind(loop.right) : null;
}

/** Which parameters of their callbacks are elements. */
const EACH = /^(?:forEach|map|flatMap|filter|find(?:Last)?(?:Index)?|some|every)$/;
const ELEMENTS: Given = [
  [EACH, [0]],
  [/^(?:sort|toSorted)$/, [0, 1]],
  [/^reduce(?:Right)?$/, [1]],
];
const PLACES: Given = [
  [EACH, [1]],
  [/^reduce(?:Right)?$/, [2]],
];

/** The list that one of the same elements is made of: `rows` of `[...rows].sort(f)` and `rows.slice(1)`. */
export function listBehind(node: Node): Node {
  if (node.type === 'ParenthesizedExpression') return listBehind(node.expression);
  if (node.type === 'ArrayExpression') {
    const [only, ...others] = node.elements;
    return only?.type === 'SpreadElement' && others.length === 0 ? listBehind(only.argument) : node;
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return node;
  return SAME.test(memberName(node.callee) ?? '') ? listBehind(node.callee.object) : node;
}

const SAME = /^(?:filter|slice|sort|reverse|to(?:Sorted|Reversed))$/;
