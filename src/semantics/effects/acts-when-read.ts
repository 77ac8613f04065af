import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { runsInTime } from './runs-in-time.js';

/**
 * Whether a member is called like a getter of this file that counts, adds or takes something away each time it is read.
 * One that keeps what it has worked out, as `this.#size ??= measure()`, may be read or not.
 */
export function actsWhenRead(tree: SyntaxTree, member: Node): boolean {
  const name = memberName(member);
  // Most files have no such getter, which their text tells at less cost.
  if (name === null || !tree.text.includes(`get ${name}`)) return false;
  return tree.descendants(tree.program).some((node) => isGetter(node, name) && acts(tree, node.value));
}

function isGetter(node: Node, name: string): node is Extract<Node, { type: 'MethodDefinition' | 'Property' }> {
  if (node.type !== 'MethodDefinition' && node.type !== 'Property') return false;
  return node.kind === 'get' && staticName(node.key, node.computed) === name;
}

function acts(tree: SyntaxTree, getter: Node): boolean {
  return tree.descendants(getter).some((node) => {
    const target = changedBy(tree, node);
    return target !== null && runsInTime(tree, node, getter) && !isOwn(tree, target, getter);
  });
}

/** What a node makes another of, out of what it was. */
function changedBy(tree: SyntaxTree, node: Node): Node | null {
  switch (node.type) {
    case 'UpdateExpression':
      return node.argument;
    case 'AssignmentExpression':
      return isStep(tree, node) ? node.left : null;
    case 'CallExpression':
      return TAKES.test(calledName(node.callee) ?? '') && node.callee.type === 'MemberExpression'
        ? node.callee.object
        : null;
    default:
      return null;
  }
}

const TAKES = /^(?:pop|shift|unshift|push|splice|next)$/;

/** `n += 2`, and `n = n + 2`. */
function isStep(tree: SyntaxTree, { operator, left, right }: Assignment): boolean {
  if (operator !== '=') return !/^(?:\?\?|\|\||&&)=$/.test(operator);
  return (
    right.type === 'BinaryExpression' &&
    [right.left, right.right].some((side) => textOf(tree, side) === textOf(tree, left))
  );
}

type Assignment = Extract<Node, { type: 'AssignmentExpression' }>;

/** Whether something is kept by a name of the getter itself, and gone when it has returned. */
function isOwn(tree: SyntaxTree, target: Node, getter: Node): boolean {
  if (target.type === 'MemberExpression') return isOwn(tree, target.object, getter);
  if (target.type !== 'Identifier') return false;
  const binding = nameScopes(tree).resolve(target.name, target);
  return binding !== null && contains(getter, binding.identifier);
}
