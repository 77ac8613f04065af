import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isExported } from '../../syntax/is-exported.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedCalls, type Trap } from '../trap.js';

/** `Math.floor(Math.random() * list.length)` → `randomInt(list.length)`: of an empty list the one gives 0 and the other throws. */
export const randomRange: Trap = (change) => {
  const isOpen = changedCalls(change).some(({ old, next }) => {
    if (calledName(next.callee) !== 'randomInt' || calledName(old.callee) === 'randomInt') return false;
    return !next.arguments.every((each) => isWhole(change.after, each)) || !isAscending(next.arguments);
  });
  return isOpen
    ? refuse(
        'same-arguments',
        'randomInt throws where there is no number between its borders, or one of them is no whole number.',
      )
    : null;
};

function isWhole(tree: SyntaxTree, node: Node): boolean {
  const value = constantValue(tree, node);
  if (value.type === 'Literal') return Number.isInteger(value.value) && Number(value.value) >= 0;
  return memberName(value) === 'length' && value.type === 'MemberExpression' && isNeverEmpty(tree, value.object);
}

/** Whether a constant is a text that is written out, or a list that this file alone has and only reads. */
function isNeverEmpty(tree: SyntaxTree, name: Node): boolean {
  const binding = name.type === 'Identifier' ? nameScopes(tree).resolve(name.name, name) : null;
  const { declaration } = binding ?? {};
  if (binding?.kind !== 'const' || declaration?.type !== 'VariableDeclarator' || declaration.id !== binding.identifier)
    return false;
  const { init } = declaration;
  if (init?.type === 'Literal') return typeof init.value === 'string' && init.value !== '';
  if (init?.type !== 'ArrayExpression' || isExported(tree, declaration)) return false;
  if (!init.elements.some((each) => each && each.type !== 'SpreadElement')) return false;
  return nameScopes(tree)
    .named(binding.name)
    .references.every(({ binding: other, node }) => other !== binding || isOnlyRead(tree, node));
}

/** `list.length`, `list[0]` */
function isOnlyRead(tree: SyntaxTree, use: Node): boolean {
  const member = tree.parent(use);
  if (member?.type !== 'MemberExpression' || member.object !== use || isWritten(tree, member)) return false;
  const parent = tree.parent(member);
  const isCalled = parent?.type === 'CallExpression' && parent.callee === member;
  return (member.computed || memberName(member) === 'length') && !isCalled;
}

/** As far as both borders are written out. */
function isAscending([first, second]: readonly Node[]): boolean {
  const from = second ? numberIn(first) : 0;
  const to = numberIn(second ?? first);
  return from === null || to === null || from < to;
}

function numberIn(node: Node | undefined): number | null {
  return node?.type === 'Literal' && typeof node.value === 'number' ? node.value : null;
}
