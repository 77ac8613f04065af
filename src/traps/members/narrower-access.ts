import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/** `protected read()` → `private read()`: a class that extends it may neither call nor override it any more. */
export const narrowerAccess: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'MethodDefinition', 'PropertyDefinition')) {
    if (widthOf(next) >= widthOf(old)) continue;
    const name = nameOf(old);
    const own = tree.lineage(old).find(isClass);
    if (name === null || !own) continue;
    if (isNamedOutside(tree, own, name, widthOf(next) === 0)) {
      return refuse('still-referenced', `"${name}" is used outside of its class in this file.`);
    }
  }
  return null;
};

type Class = Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>;

function isClass(node: Node): node is Class {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** 2 where everyone may reach a member, 1 where those do that extend the class, 0 where it alone does. */
function widthOf(member: Node): number {
  const accessibility = 'accessibility' in member ? member.accessibility : null;
  return accessibility === 'private' ? 0 : accessibility === 'protected' ? 1 : 2;
}

/** Whether code outside of a class reads or declares a member of that name, which may be its own. */
function isNamedOutside(tree: SyntaxTree, own: Class, name: string, isPrivate: boolean): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (contains(own, node)) return false;
    const isExtending = tree.lineage(node).find(isClass)?.superClass != null;
    if (node.type === 'MemberExpression' && memberName(node) === name) {
      const isOwn = node.object.type === 'ThisExpression' || node.object.type === 'Super';
      return isOwn ? isPrivate && isExtending : isPrivate || !isExtending;
    }
    return isPrivate && isExtending && nameOf(node) === name;
  });
}

function nameOf(member: Node): string | null {
  if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return null;
  return staticName(member.key, member.computed);
}
