import type { MethodDefinition, Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import type { Trap } from './trap.js';

/**
 * `componentWillMount` → `componentDidMount`: React calls the one before it draws and the other afterwards. What the
 * first drawing reads has to be set by then, and the other is given the props and state of before, not of after.
 */
export const laterMethod: Trap = ({ task: { tree }, places }) => {
  for (const { old, next } of places) {
    const [was, is] = [old.find(isMethod), next.find(isMethod)];
    if (!was || !is || !EARLY.test(nameOf(was)) || !LATE.test(nameOf(is))) continue;
    if (was.value.params.length > 0)
      return refuse('same-arguments', `"${nameOf(is)}" is given the props of before, not those to come.`);
    if (setsUp(tree, was.value)) return refuse('same-result', 'What it sets would be missing when it is drawn first.');
  }
  return null;
};

function isMethod(node: Node): node is MethodDefinition {
  return node.type === 'MethodDefinition';
}

function nameOf({ key, computed }: MethodDefinition): string {
  return staticName(key, computed) ?? '';
}

const EARLY = /^(?:UNSAFE_)?componentWill(?:Mount|Update|ReceiveProps)$/;
const LATE = /^componentDid(?:Mount|Update)$/;

/** Whether a method sets state or a field itself, not in a callback that runs later. */
function setsUp(tree: SyntaxTree, method: Node): boolean {
  return tree.descendants(method).some((node) => {
    if (node === method || tree.lineage(node).find((each) => each !== node && isFunction(each)) !== method)
      return false;
    switch (node.type) {
      case 'AssignmentExpression':
        return node.left.type === 'MemberExpression' && node.left.object.type === 'ThisExpression';
      case 'CallExpression':
        return memberName(node.callee) === 'setState';
      default:
        return false;
    }
  });
}
