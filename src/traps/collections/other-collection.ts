import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/** `{}` → `new Map()`, `keys` → `new Set(keys)`: whoever reads and fills it does so in the way of what it was. */
export const otherCollection: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'NewExpression' || !/^(?:Weak)?(?:Map|Set)$/.test(calledName(made.callee) ?? '')) continue;
    if (was.type === 'ObjectExpression' || was.type === 'ArrayExpression') return OTHER;
    const [list] = made.arguments;
    if (list && textOf(after, list) === textOf(tree, was) && isReadAsList(tree, was)) return OTHER;
  }
  return null;
};

const OTHER: Refusal = refuse('same-result', 'What reads and fills it does so in the way of an object or a list.');

/** Whether a variable that a value is given to is asked for its length, an element, or by a method of lists alone. */
function isReadAsList(tree: SyntaxTree, value: Node): boolean {
  const holder = tree.parent(value);
  if (holder && CHOOSES.test(holder.type) && !('test' in holder && holder.test === value))
    return isReadAsList(tree, holder);
  const name =
    holder?.type === 'VariableDeclarator' ? holder.id : holder?.type === 'AssignmentExpression' && holder.left;
  const binding = name && name.type === 'Identifier' ? nameScopes(tree).resolve(name.name, name) : null;
  if (binding?.identifier.type !== 'Identifier') return false;
  return usesOf(tree, binding.identifier).some((use) => {
    const parent = tree.parent(use);
    if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
    return parent.computed || !OF_SETS.test(memberName(parent) ?? '');
  });
}

const CHOOSES = /^(?:Conditional|Logical|Parenthesized)Expression$/;

const OF_SETS = /^(?:add|has|get|set|delete|clear|size|forEach|keys|values|entries|union|difference|intersection)$/;
