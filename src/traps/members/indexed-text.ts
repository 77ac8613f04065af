import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { isCallee } from '../../syntax/is-callee.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/** `x[0] === '@'` → `x.startsWith('@')`: lists, what a regular expression found among them, have an element 0 as well. */
export const indexedText: Trap = ({ before: tree, after, places, site }) => {
  for (const place of places) {
    if (isBetween(place)) continue;
    const { was, made } = place;
    for (const call of after.descendants(made)) {
      if (!isTextMethod(after, call)) continue;
      const name = textOf(after, call.object);
      const value = indexed(tree, was, name);
      if (!value || isKnownAs(tree, value, 'string', site.types) || isAskedAsText(tree, value, name)) continue;
      return refuse('same-operand-types', `"${name}" may be a list, of which a part is read here.`);
    }
  }
  return null;
};

type Member = Extract<Node, { type: 'MemberExpression' }>;

/** A method that texts alone have, where it is called. */
function isTextMethod(tree: SyntaxTree, node: Node): node is Member {
  return node.type === 'MemberExpression' && OF_TEXTS.test(memberName(node) ?? '') && isCallee(tree, node);
}

const OF_TEXTS =
  /^(?:startsWith|endsWith|char(?:Code)?At|codePointAt|substr(?:ing)?|trim(?:Start|End)?|split|match(?:All)?|replace(?:All)?|to(?:Lower|Upper)Case|pad(?:Start|End)|localeCompare|normalize|search)$/;

/** What a part is read of by its index. */
function indexed(tree: SyntaxTree, was: Node, name: string): Node | null {
  const read = tree
    .descendants(was)
    .find((each) => each.type === 'MemberExpression' && each.computed && textOf(tree, each.object) === name);
  return read?.type === 'MemberExpression' ? read.object : null;
}

/** Whether the function around it calls such a method of it anyway. */
function isAskedAsText(tree: SyntaxTree, value: Node, name: string): boolean {
  const around = tree.lineage(value).find(isFunction) ?? tree.program;
  return tree.descendants(around).some((each) => isTextMethod(tree, each) && textOf(tree, each.object) === name);
}
