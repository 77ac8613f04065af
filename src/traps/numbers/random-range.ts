import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isExported } from '../../syntax/is-exported.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `Math.floor(Math.random() * list.length)` → `randomInt(list.length)`: of an empty list the one gives 0 and the other throws. */
export const randomRange: Trap = ({ before, after, places }) => {
  const isOpen = places.some(({ old, next }) => {
    const call = next.find(isRandomInt);
    if (!call || old.some((each) => isRandomInt(each) && each.start === call.start)) return false;
    const borders = call.arguments.map((each) => wholeNumber(after, each));
    return borders.includes(null) || !isAscending(borders) || givesOwnNumbers(before);
  });
  return isOpen
    ? refuse(
        'same-arguments',
        'randomInt throws where there is no number between its borders, or one of them is no whole number.',
      )
    : null;
};

function isRandomInt(node: Node): node is Extract<Node, { type: 'CallExpression' }> {
  return node.type === 'CallExpression' && calledName(node.callee) === 'randomInt';
}

function wholeNumber(tree: SyntaxTree, node: Node): number | null {
  const value = constantValue(tree, node);
  if (value.type === 'MemberExpression' && memberName(value) === 'length') return lengthOf(tree, value.object);
  if (value.type !== 'Literal' || typeof value.value !== 'number') return null;
  return Number.isInteger(value.value) && value.value >= 0 ? value.value : null;
}

/** Of a constant that is a text that is written out, or a list that this file alone has and only reads. */
function lengthOf(tree: SyntaxTree, name: Node): number | null {
  const binding = name.type === 'Identifier' ? nameScopes(tree).resolve(name.name, name) : null;
  const { declaration } = binding ?? {};
  if (binding?.kind !== 'const' || declaration?.type !== 'VariableDeclarator' || declaration.id !== binding.identifier)
    return null;
  const { init } = declaration;
  if (init?.type === 'Literal') return typeof init.value === 'string' ? init.value.length : null;
  if (init?.type !== 'ArrayExpression' || isExported(tree, declaration)) return null;
  if (init.elements.some((each) => each?.type === 'SpreadElement')) return null;
  const { references } = nameScopes(tree).named(binding.name);
  const isRead = references.every(({ binding: other, node }) => other !== binding || isOnlyRead(tree, node));
  return isRead ? init.elements.length : null;
}

/** `list.length`, `list[0]` */
function isOnlyRead(tree: SyntaxTree, use: Node): boolean {
  const member = tree.parent(use);
  if (member?.type !== 'MemberExpression' || member.object !== use || isWritten(tree, member)) return false;
  const parent = tree.parent(member);
  const isCalled = parent?.type === 'CallExpression' && parent.callee === member;
  return (member.computed || memberName(member) === 'length') && !isCalled;
}

/** randomInt takes no range of 2 ** 48 numbers. */
function isAscending(borders: readonly (number | null)[]): boolean {
  const [first, second] = borders;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  return from != null && to != null && from < to && to - from < 2 ** 48;
}

/** `Math.random = seeded(42)`: the numbers are meant to be told beforehand. */
function givesOwnNumbers(tree: SyntaxTree): boolean {
  return /\bMath\.random\s*=(?!=)/.test(tree.text);
}
