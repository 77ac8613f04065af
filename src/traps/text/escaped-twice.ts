import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { writtenText } from '../../syntax/written-text.js';
import type { Trap } from '../trap.js';

/** `html(name)` → `html(escapeHtml(name))`: what was escaped is escaped once more, and markup that is written here is shown as it is written. */
export const escapedTwice: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || made.arguments.length !== 1) continue;
    const name = calledName(made.callee) ?? '';
    const [given] = made.arguments;
    if (!given || !ESCAPES.test(name) || textOf(after, given) !== textOf(tree, was)) continue;
    const value = constantValue(tree, was);
    if (value.type === 'CallExpression' && calledName(value.callee) === name) {
      return refuse('already-wrapped', `"${name}" was called for it where it was set.`);
    }
    if (writesTags(tree, value)) {
      return refuse(
        'value-may-be-markup',
        'Some of it is markup that is written here, and would be shown as it is written.',
      );
    }
  }
  return null;
};

const ESCAPES = /^(?:escape(?!String|Regex|RegExp)\w*|\w+Escape|encode(?:Html|HTML|Entities))$/;

/** `'<b>' + name + '</b>'` */
function writesTags(tree: SyntaxTree, node: Node): boolean {
  return tree.descendants(node).some((each) => /<\/?[a-z]|&#?\w+;/i.test(writtenText(each) ?? ''));
}
