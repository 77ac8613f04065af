import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isMadeAsBytes } from '../../semantics/values/is-slice-of-bytes.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `Buffer.byteLength(name)` → `name.length`: a text has fewer characters than bytes as soon as one of them is not of ASCII. */
export const byteLength: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || calledName(was.callee) !== 'byteLength') continue;
    const [measured] = was.arguments;
    if (!measured || made.type !== 'MemberExpression' || memberName(made) !== 'length') continue;
    if (textOf(after, made.object) === textOf(tree, measured) && !areBytes(tree, measured))
      return refuse('same-result', 'Of a text this counts characters, and bytes were counted so far.');
  }
  return null;
};

/** `const made = Buffer.from(text)`, and what is called a buffer or bytes. */
function areBytes(tree: SyntaxTree, node: Node): boolean {
  return /(?:^buf|buf(?:fer)?|bytes)$/i.test(textOf(tree, node)) || isMadeAsBytes(constantValue(tree, node));
}
