import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isChanged } from '../../semantics/names/is-changed.js';
import { isDeleted, isWritten } from '../../semantics/names/is-written.js';
import { isFunction } from '../../syntax/is-function.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';
import { FREEZES } from './frozen-value.js';

/**
 * `this.items = []` → `this.items = Object.freeze([])`, where the file fills the `items` of something; and
 * `new Box(a)` → `Object.freeze(new Box(a))`, where methods of the class set what it holds.
 */
export const frozenInstance: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || !FREEZES.test(textOf(after, made.callee))) continue;
    const name = memberSet(tree, was);
    if (name !== null && tree.descendants(tree.program).some((node) => isMember(node, name) && isChanged(tree, node)))
      return refuse('only-read', `"${name}" is changed in this file.`);
    if (was.type === 'NewExpression' && setsItself(tree, was.callee))
      return refuse('only-read', 'Methods of the class set what it holds.');
  }
  return null;
};

/** The member that is a value, or is set to it. */
function memberSet(tree: SyntaxTree, value: Node): string | null {
  const holder = tree.lineage(value).find((each) => each !== value && !isOuterExpression(each));
  if (holder?.type === 'PropertyDefinition') {
    return holder.key.type === 'PrivateIdentifier' ? holder.key.name : staticName(holder.key, holder.computed);
  }
  if (holder?.type !== 'AssignmentExpression' || holder.left.type !== 'MemberExpression') return null;
  return nameOf(holder.left);
}

function isMember(node: Node, name: string): boolean {
  return node.type === 'MemberExpression' && nameOf(node) === name;
}

function nameOf(node: Extract<Node, { type: 'MemberExpression' }>): string | null {
  return node.property.type === 'PrivateIdentifier' ? node.property.name : memberName(node);
}

/** Whether a class of the file, or one that it extends, sets what it holds once it is made. What is private is never frozen. */
function setsItself(tree: SyntaxTree, named: Node): boolean {
  const made = named.type === 'Identifier' ? nameScopes(tree).resolve(named.name, named)?.declaration : null;
  if (made?.type !== 'ClassDeclaration') return false;
  const isSetLater = tree
    .descendants(made.body)
    .some(
      (node) =>
        node.type === 'MemberExpression' &&
        node.object.type === 'ThisExpression' &&
        node.property.type !== 'PrivateIdentifier' &&
        (isWritten(tree, node) || isDeleted(tree, node)) &&
        !isInConstructor(tree, node),
    );
  return isSetLater || (made.superClass !== null && made.superClass !== named && setsItself(tree, made.superClass));
}

function isInConstructor(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node).find((each) => isFunction(each) && each.type !== 'ArrowFunctionExpression');
  const member = around && tree.parent(around);
  return member?.type === 'MethodDefinition' && (member.kind === 'constructor' || member.static);
}
