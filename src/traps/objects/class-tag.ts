import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `x instanceof Error` → `Object.prototype.toString.call(x) === '[object Error]'`: what `Object.create(Error.prototype)` made is
 * tagged Object, and what a class of the project made is so whatever its class is called.
 */
export const classTag: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    const { was, made } = place;
    const text = isBetween(place) ? '' : textOf(after, made);
    if (!TAG.test(text)) continue;
    const untold = tree
      .descendants(was)
      .some((each) => isInstanceOf(each) && !hasOwnTag(tree, each.right) && !text.includes(textOf(tree, each)));
    if (untold) return refuse('same-result', 'Not everything that is an instance of the class has a tag of its name.');
  }
  return null;
};

const TAG = /\btoString\s*\.\s*call\s*\(/;

function isInstanceOf(node: Node): node is Extract<Node, { type: 'BinaryExpression' }> {
  return node.type === 'BinaryExpression' && node.operator === 'instanceof';
}

/** Whether all that is made by a class of the language has one tag, as objects with slots of their own do. */
function hasOwnTag(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Identifier' && OF_ONE_TAG.test(node.name) && isUnbound(tree, node);
}

const OF_ONE_TAG =
  /^(?:Array|Date|RegExp|(?:Weak)?(?:Map|Set)|(?:Shared)?ArrayBuffer|DataView|\w+Array|URL|URLSearchParams|FormData|Headers)$/;
