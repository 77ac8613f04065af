import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `setAttribute('disabled', false)` → `disabled = false`, `getAttribute('href')` → `href`: an attribute is a text that is
 * there or not, and many a property of its name is something else: a boolean, a whole address, what was typed since.
 */
export const setAttribute: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    const call = was.type === 'CallExpression' ? was : null;
    const method = call && memberName(call.callee);
    if (!call || !/^[sg]etAttribute$/.test(method ?? '')) continue;
    const target = made.type === 'AssignmentExpression' ? made.left : made;
    if (target.type !== 'MemberExpression' || memberName(target.object) === 'dataset') continue;
    const property = memberName(target) ?? '';
    const isSame =
      method === 'setAttribute'
        ? WRITTEN.test(property) || (SWITCH.test(property) && isTrue(call.arguments[1]))
        : READ.test(property) && isOfText(tree, call);
    if (!isSame) return refuse('same-result', `The attribute and the property "${property}" are not the same.`);
  }
  return null;
};

/** Properties that are the text of their attribute. */
const READ = /^(?:id|title|name|alt|rel|target|lang|placeholder|className|htmlFor)$/;
const WRITTEN = /^(?:id|title|name|alt|rel|target|lang|placeholder|className|htmlFor|src|href|type)$/;

/** Properties that are true where their attribute is there at all. */
const SWITCH = /^(?:disabled|hidden|required|multiple|readOnly|autofocus)$/;

function isTrue(node: Node | undefined): boolean {
  return node?.type === 'Literal' && node.value === true;
}

/** Where there is no attribute the one gives null, the other an empty text. */
function isOfText(tree: SyntaxTree, call: Node): boolean {
  const parent = tree.parent(call);
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return isTested(tree, call);
  const other = parent.left === call ? parent.right : parent.left;
  return other.type === 'Literal' && typeof other.value === 'string' && other.value !== '';
}
