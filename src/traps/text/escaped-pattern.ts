import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { declaredType } from '../../semantics/values/declared-type.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `new RegExp(WORD)` → `new RegExp(escapeRegExp(WORD))`: what is a pattern on purpose would look for its own signs. */
export const escapedPattern: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || !ESCAPES.test(calledName(made.callee) ?? '')) continue;
    const [value] = made.arguments;
    if (!value || textOf(after, value) !== textOf(tree, was)) continue;
    if (isPattern(tree, was)) return refuse('same-result', `"${textOf(tree, was)}" may be a pattern on purpose.`);
  }
  return null;
};

const ESCAPES = /^(?:escape|quote)_?(?:string_?)?(?:re|reg_?exp?|regular_?expression)(?:_?(?:string|chars?))?$/i;

/** Whether a value is seen to be a pattern, or text with signs of one in it, or is called one. */
function isPattern(tree: SyntaxTree, node: Node): boolean {
  if (CALLED.test(lastName(node))) return true;
  const type = declaredType(tree, node);
  if (type && /\bRegExp\b/.test(textOf(tree, type))) return true;
  const value = constantValue(tree, node);
  return [...tree.descendants(value)].some(
    (each) =>
      (each.type === 'Literal' && ('regex' in each || (typeof each.value === 'string' && SIGNS.test(each.value)))) ||
      (each.type === 'TemplateElement' && SIGNS.test(each.value.raw)),
  );
}

/** A dot between letters is none: `example.com`. */
const SIGNS = /[\\^$*+?()[\]{}|]|(?<!\w)\.|\.(?!\w)/;
const CALLED = /pattern$|reg_?exp?$|^(?:source|re)$|_(?:SOURCE|RE)$|[a-z](?:Source|Re)$/;

/** `pattern` of `route.pattern` */
function lastName(node: Node): string {
  return node.type === 'CallExpression' ? '' : (calledName(node) ?? '');
}
