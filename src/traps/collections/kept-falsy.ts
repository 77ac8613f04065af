import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `list.filter(Boolean)` → `list.filter((x) => x != null)`: the new one keeps '', 0 and false. And back. */
export const keptFalsy: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    const [old, next] = [place.old.find(isFilter), place.next.find(isFilter)];
    const [was, made] = [old?.arguments[0], next?.arguments[0]];
    if (!was || !made) continue;
    if (isBoolean(tree, was) && asksForNothing(after, made)) {
      return refuse('nullish-only', 'What is empty, 0 or false would be kept, and only what is nothing left out.');
    }
    if (asksForNothing(tree, was) && isBoolean(after, made)) {
      return refuse(
        'nullish-only',
        'What is empty, 0 or false would be left out as well, and not only what is nothing.',
      );
    }
  }
  return null;
};

function isBoolean(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'Boolean' && isUnbound(tree, node);
}

function asksForNothing(tree: SyntaxTree, node: Node): boolean {
  return isFunction(node) && node.body !== null && ASKS_FOR_NOTHING.test(textOf(tree, node.body));
}

const ASKS_FOR_NOTHING = /[!=]==?\s*(?:null|undefined)\b/;

function isFilter(node: Node): node is Extract<Node, { type: 'CallExpression' }> {
  return node.type === 'CallExpression' && memberName(node.callee) === 'filter';
}
