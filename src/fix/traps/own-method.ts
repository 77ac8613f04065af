import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import { onePrimitive, typesOf } from '../values/primitive-type.js';
import { changedCalls, type Trap } from './trap.js';

/** Where a file declares or sets a method with the name of a built-in one, a call of that name may be of either. */
export const ownMethod: Trap = (change) => {
  const { tree, site } = change.task;
  for (const { old, next } of changedCalls(change)) {
    const name = memberName(old.callee);
    if (name === null || !BUILT_IN.has(name) || memberName(next.callee) === name) continue;
    const receiver = old.callee.type === 'MemberExpression' ? old.callee.object : null;
    if (receiver && onePrimitive(typesOf(tree, receiver, site.types)) !== null) continue;
    if (declaresMethod(tree, name)) {
      return refuse('name-shadowed', `This file has a method "${name}" of its own, which may be the one called here.`);
    }
  }
  return null;
};

const BUILT_IN: ReadonlySet<string> = new Set(
  [Array, Date, Map, Number, Object, Promise, RegExp, Set, String].flatMap((each) =>
    Object.getOwnPropertyNames(each.prototype),
  ),
);

function declaresMethod(tree: SyntaxTree, name: string): boolean {
  // Most files only call it, which their text tells at less cost.
  if (!new RegExp(`(?<![.\\w$])${name}(?![\\w$])|\\.\\s*${name}\\s*=(?!=)`).test(tree.text)) return false;
  for (const node of tree.descendants(tree.program)) if (isMethod(node, name)) return true;
  return false;
}

function isMethod(node: Node, name: string): boolean {
  switch (node.type) {
    case 'MethodDefinition':
    case 'TSAbstractMethodDefinition':
    case 'TSMethodSignature':
      return isCalled(node.key, name);
    case 'Property':
    case 'PropertyDefinition':
      return isCalled(node.key, name) && /Function/.test(node.value?.type ?? '');
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' && memberName(node.left) === name;
    default:
      return false;
  }
}

function isCalled(key: Node, name: string): boolean {
  return key.type === 'Identifier' && key.name === name;
}
