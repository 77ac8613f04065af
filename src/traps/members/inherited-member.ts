import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `'k' in o` → `Object.hasOwn(o, 'k')`, which knows nothing of what a class or the browser gives `o`, and narrows no
 * type. `Object.create(null)` → `{}`, which has the members of all objects.
 */
export const inheritedMember: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (asksIn(was) && asksForOwn(made) && !hasOwnOnly(tree, was.right)) return INHERITED;
    if ((asksForOwn(was) || asksKeys(was)) && asksIn(made)) return INHERITED;
    if (asksIn(was) && asksKeys(made) && !hasOwnOnly(tree, was.right)) return INHERITED;
    const isCreated = was.type === 'CallExpression' && /^Object\s*\.\s*create$/.test(textOf(tree, was.callee));
    if (isCreated && made.type === 'ObjectExpression') {
      return refuse('same-result', 'An object literal has the members of all objects, such as "constructor".');
    }
  }
  return null;
};

const INHERITED = refuse('same-result', 'Only one of the two finds members that the object has not itself.');

function asksIn(node: Node): node is Extract<Node, { type: 'BinaryExpression' }> {
  return node.type === 'BinaryExpression' && node.operator === 'in';
}

function asksForOwn(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const { callee } = node;
  const name = memberName(callee) ?? '';
  if (name !== 'call') return /^hasOwn(?:Property)?$/.test(name);
  return callee.type === 'MemberExpression' && memberName(callee.object) === 'hasOwnProperty';
}

/** `Object.keys(o).includes('k')`, `Object.keys(o).indexOf('k') !== -1` */
function asksKeys(node: Node): boolean {
  if (node.type === 'UnaryExpression') return asksKeys(node.argument);
  if (node.type === 'BinaryExpression') return asksKeys(node.left);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  if (!/^(?:includes|indexOf)$/.test(memberName(node.callee) ?? '') || object.type !== 'CallExpression') return false;
  return memberName(object.callee) === 'keys';
}

/** A literal or list has no other members but those of all of its kind. */
function hasOwnOnly(tree: SyntaxTree, node: Node): boolean {
  return [...valueKinds(tree, node)].every((kind) => kind === 'record' || kind === 'array');
}
