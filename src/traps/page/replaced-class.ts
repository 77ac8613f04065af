import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedStatements, type Trap } from '../trap.js';

/**
 * `row.className = 'on'` → `row.classList.add('on')`: the one takes the place of all classes there were, the other leaves
 * them; a list takes them one by one, and no empty one.
 */
export const replacedClass: Trap = (change) => {
  const { before: tree } = change;
  for (const { was, made } of changedStatements(change)) {
    const set = was.type === 'ExpressionStatement' ? was.expression : null;
    const call = made.type === 'ExpressionStatement' ? made.expression : null;
    if (set?.type !== 'AssignmentExpression' || set.left.type !== 'MemberExpression') continue;
    if (memberName(set.left) !== 'className' || call?.type !== 'CallExpression') continue;
    if (calledName(call.callee) !== 'add' || !/\bclassList\??\.add$/.test(textOf(change.after, call.callee))) continue;
    if (!call.arguments.every(isOneClass)) {
      return refuse('same-arguments', 'A list takes one class in each argument, and no empty one.');
    }
    if (set.operator === '=' && !isNew(tree, set.left)) {
      return refuse('same-result', 'All classes are replaced here, and one would be added to them.');
    }
  }
  return null;
};

function isOneClass(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'string' && /^\S+$/.test(node.value);
}

/** Whether an element is made in the same function, and its classes are set nowhere else. */
function isNew(tree: SyntaxTree, member: Extract<Node, { type: 'MemberExpression' }>): boolean {
  const made = constantValue(tree, member.object);
  if (made.type !== 'CallExpression' || calledName(made.callee) !== 'createElement') return false;
  const written = textOf(tree, member.object);
  const isOther = (node: Node): boolean =>
    node.type === 'MemberExpression' && node !== member && textOf(tree, node.object) === written && isOfClasses(node);
  const around = tree.lineage(member).find(isFunction) ?? tree.program;
  return tree.lineage(made).includes(around) && !tree.descendants(around).some(isOther);
}

function isOfClasses(member: Node): boolean {
  return /^(?:class(?:Name|List)|setAttribute)$/.test(memberName(member) ?? '');
}
